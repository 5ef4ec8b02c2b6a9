// Runs before the first paint, so that no page flashes in the wrong theme. The choice is "light", "dark" or "system".
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');

  const choice = () => {
    try {
      return localStorage.getItem('dashboard.theme') ?? 'system';
    } catch {
      return 'system'; // storage is switched off in this browser
    }
  };

  const apply = () => {
    const chosen = choice();
    const theme = chosen === 'light' || chosen === 'dark' ? chosen : system.matches ? 'dark' : 'light';
    if (document.documentElement.dataset.theme !== theme) {
      document.documentElement.dataset.theme = theme;
      document.dispatchEvent(new CustomEvent('dashboard:theme', { detail: theme }));
    }
  };

  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', apply); // another tab chose
  document.addEventListener('dashboard:preference', apply); // this one did
})();
