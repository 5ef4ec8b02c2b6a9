let loading = null;

/** Loads the bundle, which defines the global Plotly, when the first chart asks for it. A failure may be tried again. */
export function loadPlotly(url) {
  return loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new Error('The chart library could not be loaded.'));
    };
    document.head.append(script);
  });
}
