import type { Words } from '#server/text/words.ts';

/** How far files are on their way; stands in a form with `data-upload` and shows itself when it is sent. */
export function UploadProgress(props: { words: Words }) {
  const { words } = props;
  return (
    <div
      data-upload-progress=""
      data-sending={words.say('ui.upload.sending', { sent: '{sent}', all: '{all}' })}
      data-reading={words.say('ui.upload.reading')}
      data-stopped={words.say('ui.upload.stopped')}
      data-failed={words.say('ui.upload.lost')}
      hidden
    >
      <progress aria-label={words.say('ui.upload')}></progress>
      <p class="small" role="status"></p>
      <button class="button" type="button">
        {words.say('ui.upload.stop')}
      </button>
    </div>
  );
}
