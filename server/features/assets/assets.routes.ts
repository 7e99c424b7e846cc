import { Problem } from '#server/http/problem.ts';
import { bareRoute, type Route } from '#server/http/route.ts';
import { ASSETS_FOLDER, assetAt, assetPath } from '#server/ui/assets.ts';

export const routes: readonly Route[] = [
  bareRoute({
    method: 'GET',
    path: '/assets/:name',
    needs: 'everybody',
    act: ({ params }) => {
      const asset = assetAt(`${ASSETS_FOLDER}${params['name']}`);
      if (asset === undefined) throw new Problem('not-found');
      return { asset };
    },
  }),
  // Browsers ask for it where a page does not name an icon, for example beside a file.
  bareRoute({
    method: 'GET',
    path: '/favicon.ico',
    needs: 'everybody',
    act: () => ({ goTo: assetPath('mark.svg') }),
  }),
];
