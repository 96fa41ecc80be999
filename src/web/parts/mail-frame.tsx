import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';

const useStyles = makeStyles({
  frame: {
    display: 'block',
    width: '100%',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Of the mail shown last: the next one takes about as much, and what stands below does not move when it comes. */
let lastHeight = 960;

/**
 * A mail as a mail program shows it. It stands in a document of its own, whose policy allows the style that it brings; the
 * sandbox runs no script, follows no link and sends no form. The frame is as high as the mail,
 * and keeps that room while the mail is on its way (`html` undefined).
 */
export const MailFrame = ({ html, title }: { html: string | undefined; title: string }) => {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document>();
  const [height, setHeight] = useState(lastHeight);
  useEffect(() => {
    if (page === undefined || html === undefined) return undefined;
    page.documentElement.innerHTML = html;
    const watch = new ResizeObserver(() => {
      lastHeight = Math.ceil(page.body.getBoundingClientRect().height);
      setHeight(lastHeight);
    });
    watch.observe(page.body);
    return () => watch.disconnect();
  }, [page, html]);
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={title}
      src="/mail-frame.html"
      sandbox="allow-same-origin"
      // Room for its border.
      height={height + 2}
      onLoad={() => setPage(frame.current?.contentDocument ?? undefined)}
    />
  );
};
