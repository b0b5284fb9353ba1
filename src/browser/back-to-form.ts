/**
 * A form that came back is the answer to a sending: going back to it later would ask to send it once more.
 * When it is sent again its place in the history becomes that of the page it stands on, so Back opens that.
 */
const [arrived] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];

if (arrived?.responseStatus === 422 && document.referrer.startsWith(`${location.origin}/`))
  addEventListener('submit', (event) => {
    if (!event.defaultPrevented) history.replaceState(null, '', document.referrer);
  });
