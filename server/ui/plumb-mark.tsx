/** The plumb line with its bob: logo and end of the page, nothing else is decoration. */
export function PlumbMark() {
  return (
    <svg width="16" height="24" viewBox="0 0 16 24" aria-hidden="true" focusable="false">
      <path d="M8 1V16" stroke="var(--pl-participants)" stroke-width="2" />
      <path d="M2.5 15H13.5L8 23Z" fill="var(--pl-participants)" />
    </svg>
  );
}
