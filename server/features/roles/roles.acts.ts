import type { ActDefinition } from '#server/features/two-person/act-definition.ts';
import { boxKeeperGrant } from './box-keeper.ts';

export const acts: readonly ActDefinition[] = [boxKeeperGrant];
