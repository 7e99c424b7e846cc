import type { Child } from 'hono/jsx';

/** What a button is given. */
export interface ButtonProps {
  readonly children: Child;
  /** One primary button per page; `quiet` looks like a link. */
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  /** With it the button is a link and changes nothing. */
  readonly href?: string;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  /** Sends its form elsewhere, as *Save draft* beside *Continue*. */
  readonly formaction?: string;
  readonly disabled?: boolean;
  readonly id?: string;
  /** The key that presses it. */
  readonly 'data-key'?: string | undefined;
  readonly [data: `data-${string}`]: string | undefined;
}

/** A button of 44 pixels and more. What cannot be done is told in words beside it, not only by a grey button. */
export function Button({ children, kind = 'secondary', href, type = 'submit', ...attributes }: ButtonProps) {
  if (href !== undefined) {
    return (
      <a class={`button ${kind}`} href={href} {...attributes}>
        {children}
      </a>
    );
  }
  return (
    <button class={`button ${kind}`} type={type} {...attributes}>
      {children}
    </button>
  );
}

/** Buttons in a row that wraps. */
export function Buttons(props: { children: Child }) {
  return <div class="buttons">{props.children}</div>;
}
