// Draws the markers of scatter3d as one GPU point each.
//
// Plotly's own gl-scatter3d turns every marker into the triangles of a text glyph: 57 vertices for a square, 246 for an "x". At 50,000
// points that is seconds for each step of a rotation wherever the graphics card is emulated or small. This module has the same face
// (update, draw, drawPick, pick, highlight, dispose) and sends one vertex per point; the symbol is cut out in the fragment shader.
// Limits: one opaque colour, one symbol and one size per trace; no outline, no projection on the walls. Text (mode "text") stays with the original.

const VERTEX = `
  precision highp float;
  attribute vec3 position;
  attribute float index;
  uniform mat4 model, view, projection;
  uniform vec3 lower, upper;
  uniform float size, highlighted, smallest;
  varying vec3 pickValue;
  varying float diameter;
  void main() {
    if (index < 0.0 || any(lessThan(position, lower)) || any(greaterThan(position, upper))) {
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // outside of what is seen
      return;
    }
    gl_Position = projection * view * model * vec4(position, 1.0);
    float nearness = clamp(2.0 / gl_Position.w, 0.75, 1.5); // a quiet cue for depth
    diameter = max(size * nearness * (abs(index - highlighted) < 0.5 ? 2.5 : 1.0), smallest);
    gl_PointSize = diameter;
    pickValue = vec3(floor(index / 65536.0), floor(mod(index, 65536.0) / 256.0), mod(index, 256.0)) / 255.0;
  }`;

// The distance from the edge of the symbol in pixels, negative inside; p runs from -1 to 1 over the sprite.
const SYMBOLS = `
  float full(vec2 p) {
    if (symbol == 0) return length(p) - 0.85;
    if (symbol == 1) return max(abs(p.x), abs(p.y)) - 0.75;
    if (symbol == 2) return (abs(p.x) + abs(p.y) - 1.0) * 0.707;
    vec2 q = abs(symbol == 3 ? p : vec2(p.x + p.y, p.x - p.y) * 0.707);
    return max(min(q.x, q.y) - 0.3, max(q.x, q.y) - 0.95);
  }
  float edge() {
    vec2 p = gl_PointCoord * 2.0 - 1.0;
    float d = full(p);
    return (hollow ? max(d, -d - max(0.34, 3.0 / diameter)) : d) * diameter * 0.5;
  }`;

const FRAGMENT = `
  precision highp float;
  uniform int symbol;
  uniform bool hollow;
  uniform vec3 color;
  varying float diameter;
  ${SYMBOLS}
  void main() {
    float beyond = edge();
    if (beyond > 0.0) discard;
    gl_FragColor = vec4(color * (hollow || beyond < -1.0 ? 1.0 : 0.8), 1.0); // a darker rim keeps neighbours apart
  }`;

const PICK_FRAGMENT = `
  precision highp float;
  uniform float group;
  varying vec3 pickValue;
  void main() {
    if (length(gl_PointCoord * 2.0 - 1.0) > 1.0) discard;
    gl_FragColor = vec4(group, pickValue);
  }`;

// The glyphs that Plotly names its symbols by.
const GLYPHS = { '●': 0, '■': 1, '◆': 2, '+': 3, '❌': 4, '○': 0, '□': 1, '◇': 2 };
const HOLLOW = '○□◇';
const SMALLEST_TARGET = 9; // pixels under the pointer that belong to a point, however small it is drawn
const SETTLED_AFTER_MS = 120;

class Points {
  constructor(gl) {
    this.gl = gl;
    this.pickSlots = 1;
    this.pixelRatio = 1;
    this.pickId = 0;
    this.highlighted = -1;
    this.bounds = [[Infinity, Infinity, Infinity], [-Infinity, -Infinity, -Infinity]];
    this.clipBounds = [[-Infinity, -Infinity, -Infinity], [Infinity, Infinity, Infinity]];
    this.points = [];
    this.selection = { index: 0, position: [0, 0, 0], dataCoordinate: [0, 0, 0] };
    this.program = link(gl, FRAGMENT);
    this.pickProgram = link(gl, PICK_FRAGMENT);
    this.buffer = gl.createBuffer();
    this.dirty = true;
  }

  setPickBase(id) {
    this.pickId = id;
  }

  isOpaque() {
    return true;
  }

  isTransparent() {
    return false;
  }

  update(options) {
    const points = options.position;
    const lower = [Infinity, Infinity, Infinity];
    const upper = [-Infinity, -Infinity, -Infinity];
    const data = new Float32Array(points.length * 4);
    for (let i = 0; i < points.length; i++) {
      const point = points[i];
      const there = point.every(Number.isFinite);
      data[4 * i + 3] = there ? i : -1;
      for (let axis = 0; there && axis < 3; axis++) {
        data[4 * i + axis] = point[axis];
        lower[axis] = Math.min(lower[axis], point[axis]);
        upper[axis] = Math.max(upper[axis], point[axis]);
      }
    }

    this.points = points;
    this.bounds = [lower, upper];
    const glyph = Array.isArray(options.glyph) ? options.glyph[0] : options.glyph;
    this.symbol = GLYPHS[glyph] ?? 0;
    this.hollow = HOLLOW.includes(glyph ?? ' ');
    this.size = (Array.isArray(options.size) ? options.size[0] : options.size) / 4; // Plotly hands over four times the diameter
    const color = Array.isArray(options.color?.[0]) ? options.color[0] : options.color;
    this.color = [color[0], color[1], color[2]];
    const gl = this.gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    this.dirty = true;
  }

  draw(camera) {
    const { gl } = this;
    this.render(this.program, camera, this.pixelRatio, 0, at => {
      gl.uniform1i(at('symbol'), this.symbol);
      gl.uniform1i(at('hollow'), this.hollow);
      gl.uniform3fv(at('color'), this.color);
    });
  }

  drawTransparent() {
  }

  // While the camera moves nobody can point at anything, and this pass costs as much as the visible one: it waits for a still frame.
  drawPick(camera) {
    if (this.pickedView?.some((value, place) => value !== camera.view[place])) {
      this.pickedView = camera.view.slice();
      clearTimeout(this.settling);
      this.settling = setTimeout(() => {
        this.dirty = true; // asks for a frame
      }, SETTLED_AFTER_MS);
      return;
    }

    this.pickedView = camera.view.slice();
    this.render(this.pickProgram, camera, 1, SMALLEST_TARGET, at => this.gl.uniform1f(at('group'), this.pickId / 255));
  }

  render(program, camera, pixelRatio, smallest, setOwn) {
    const { gl } = this;
    if (!this.points.length) {
      return;
    }

    const at = name => program.places[name] ??= gl.getUniformLocation(program.linked, name);
    const [lower, upper] = this.axes?.bounds ?? this.clipBounds;
    gl.useProgram(program.linked);
    gl.uniformMatrix4fv(at('model'), false, camera.model);
    gl.uniformMatrix4fv(at('view'), false, camera.view);
    gl.uniformMatrix4fv(at('projection'), false, camera.projection);
    gl.uniform3fv(at('lower'), lower.map(bound => Math.max(bound, -1e8)));
    gl.uniform3fv(at('upper'), upper.map(bound => Math.min(bound, 1e8)));
    gl.uniform1f(at('size'), this.size * pixelRatio);
    gl.uniform1f(at('highlighted'), this.highlighted);
    gl.uniform1f(at('smallest'), smallest);
    setOwn(at);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffer);
    gl.enableVertexAttribArray(0);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 16, 0);
    gl.vertexAttribPointer(1, 1, gl.FLOAT, false, 16, 12);
    gl.drawArrays(gl.POINTS, 0, this.points.length);
    gl.disableVertexAttribArray(1);
    gl.disableVertexAttribArray(0);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  }

  pick(selected) {
    if (!selected || selected.id !== this.pickId) {
      return null;
    }

    const index = selected.value[2] + (selected.value[1] << 8) + (selected.value[0] << 16);
    if (index >= this.points.length) {
      return null;
    }

    const point = this.points[index];
    this.selection.index = index;
    this.selection.position = point.slice();
    this.selection.dataCoordinate = point.slice();
    return this.selection;
  }

  highlight(selection) {
    this.highlighted = selection ? selection.index : -1;
  }

  dispose() {
    clearTimeout(this.settling);
    this.gl.deleteBuffer(this.buffer);
    this.gl.deleteProgram(this.program.linked);
    this.gl.deleteProgram(this.pickProgram.linked);
  }
}

function link(gl, fragment) {
  const linked = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(linked, shader);
    gl.deleteShader(shader); // the program keeps it
  }

  gl.bindAttribLocation(linked, 0, 'position');
  gl.bindAttribLocation(linked, 1, 'index');
  gl.linkProgram(linked);
  if (!gl.getProgramParameter(linked, gl.LINK_STATUS)) {
    throw new Error(`points3d: ${gl.getProgramInfoLog(linked)}`);
  }

  return { linked, places: {} };
}

module.exports = original => options => {
  if ('font' in options) {
    return original(options);
  }

  const points = new Points(options.gl);
  points.update(options);
  return points;
};
