import type { Child } from 'hono/jsx';
import type { View } from './view.ts';

/** What a form is given; attributes that start with `data-` reach the element. */
export interface FormProps {
  readonly view: Pick<View, 'csrf'>;
  /** Where it is sent; to the page's own address unless said. */
  readonly action?: string;
  /** `get` asks (filters); `post` changes something. */
  readonly method?: 'get' | 'post';
  /** It carries files. */
  readonly files?: boolean;
  readonly id?: string;
  readonly class?: string;
  readonly children?: Child;
  readonly [data: `data-${string}`]: string | undefined;
}

/** A form that works without scripts and carries what proves that it came from a page of ours. */
export function Form(props: FormProps) {
  const { view, method = 'post', files, children, ...attributes } = props;
  return (
    <form
      method={method}
      enctype={files === true ? 'multipart/form-data' : undefined}
      novalidate
      {...attributes}
    >
      {method === 'post' ? <input type="hidden" name="csrf" value={view.csrf} /> : null}
      {children}
    </form>
  );
}
