// Only the trace types this program draws: a third of the full bundle.
const Plotly = require('plotly.js/lib/core');

Plotly.register([
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/heatmap'),
  require('plotly.js/lib/scatter3d'),
  require('plotly.js/lib/scattergl'),
  require('plotly.js/lib/scatterpolar'),
]);

module.exports = Plotly;
