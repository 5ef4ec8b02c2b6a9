// Only the trace types this program draws: a third of the full bundle.
const Plotly = require('plotly.js/lib/core');
const modules = require('plotly.js/stackgl_modules');

// Before scatter3d is loaded, which takes the marker renderer from here.
modules.gl_scatter3d = require('./points3d')(modules.gl_scatter3d);

// Four samples per pixel double the cost of every frame where there is no graphics card; the charts ask for a denser canvas
// (plotGlPixelRatio) instead, as far as the number of points allows.
const { createScene } = modules.gl_plot3d;
modules.gl_plot3d.createScene = options => createScene({ ...options, glOptions: { ...options.glOptions, antialias: false } });

Plotly.register([
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/heatmap'),
  require('plotly.js/lib/scatter3d'),
  // Without functions made of text, which the pages' Content-Security-Policy forbids.
  require('plotly.js/src/traces/scattergl/strict'),
  require('plotly.js/lib/scatterpolar'),
]);

module.exports = Plotly;
