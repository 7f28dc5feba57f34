import {arched, block, door, gable, sash, wing} from './buildings.ts'
import {
  birds,
  cloud,
  conifer,
  flowers,
  footpath,
  groundShadow,
  poplar,
  ridge,
  sky,
  tree,
  width,
} from './landscape.ts'
import {circle, colour, ellipse, group, polygon, rect, shape, stroke} from './shapes.ts'

/** A sixth-form college in a former mill by a canal. */
export function millSixthForm(): string {
  const ground = 596
  return [
    sky({sun: [880, 230], sunSize: 66, low: colour.dusk}),
    cloud(560, 130, 0.9),
    cloud(960, 150, 0.6, 0.7),
    ridge(450, 30, 3.3, colour.hillFar),
    ridge(520, 18, 1.9, colour.hill),
    poplar(1060, 590, 150),
    poplar(1110, 594, 180),
    polygon(
      [
        [918, 596],
        [930, 170],
        [974, 170],
        [986, 596],
      ],
      colour.brickDark,
    ),
    rect(922, 160, 60, 18, colour.stoneDark, 2),
    rect(926, 212, 52, 10, colour.render),
    groundShadow(560, ground, 430),
    block(170, ground, 620, 318, colour.brick, colour.stone),
    ...[0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((column) =>
        arched(
          200 + column * 74,
          306 + row * 72,
          38,
          44,
          (row * 3 + column) % 4 === 0 ? colour.window : colour.glass,
        ),
      ),
    ),
    rect(170, 446, 620, 7, colour.stone),
    rect(452, 212, 90, 70, colour.brickDark),
    polygon(
      [
        [442, 216],
        [497, 172],
        [552, 216],
      ],
      colour.slate,
    ),
    arched(480, 232, 34, 40),
    block(780, ground, 150, 172, colour.glass, colour.deep),
    ...[0, 1, 2, 3].map((pane) => rect(780 + pane * 37, 434, 4, 162, colour.frame)),
    ...[0, 1, 2].map((row) => rect(780, 474 + row * 42, 150, 4, colour.frame)),
    door(855, ground, 62, 76),
    rect(0, 596, width, 54, colour.path),
    rect(0, 640, width, 14, colour.stoneDark),
    rect(0, 654, width, 146, colour.water),
    group(
      'translate(0 1250) scale(1 -1)',
      rect(170, 452, 620, 120, colour.brick).replace('/>', ' opacity="0.22"/>'),
      rect(918, 446, 66, 130, colour.brickDark).replace('/>', ' opacity="0.22"/>'),
    ),
    ...[
      [90, 690],
      [420, 720],
      [660, 700],
      [980, 730],
      [250, 768],
      [820, 776],
    ].map(([x = 0, y = 0]) => stroke(`M${x} ${y} h90`, colour.cloud, 4, 0.65)),
    // A narrow boat.
    shape('M360 700 h330 q26 0 40 -26 h-400 q6 26 30 26 z', colour.deep),
    rect(400, 640, 240, 36, colour.accent, 5),
    ...[424, 478, 532, 586].map((x) => rect(x, 648, 30, 18, colour.window, 3)),
    rect(392, 634, 256, 9, colour.deepest, 4),
    tree(90, 606, 160, colour.hillNear),
    birds(250, 180, 0.9),
  ].join('')
}

/** A special school of one storey below a roof of grass. */
export function meadowSpecial(): string {
  const ground = 640
  const turbine = (x: number, y: number, size: number) =>
    stroke(`M${x} ${y} v${size * 2.9}`, colour.frame, size * 0.06) +
    [20, 140, 260]
      .map((angle) =>
        group(
          `rotate(${angle} ${x} ${y})`,
          shape(
            `M${x - size * 0.04} ${y} q${size * 0.1} ${-size * 0.4} ${size * 0.04} ${-size} q${size * 0.06} ${size * 0.5} ${size * 0.04} ${size} z`,
            colour.frame,
          ),
        ),
      )
      .join('') +
    circle(x, y, size * 0.07, colour.renderDark)
  return [
    sky({top: '#d8e7e4', sun: [300, 210], sunSize: 66}),
    cloud(640, 150, 1.1),
    cloud(1000, 220, 0.7, 0.7),
    ridge(440, 62, 1.5, colour.hillFar),
    turbine(884, 226, 92),
    turbine(1010, 266, 72),
    ridge(520, 36, 4.4, colour.hill),
    tree(96, 628, 190, colour.hillNear),
    ridge(626, 7, 1.9, colour.field),
    groundShadow(620, ground, 440),
    shape('M200 640 V534 Q620 402 1040 534 V640 Z', colour.timber),
    shape('M168 548 Q620 408 1072 548 L1072 526 Q620 372 168 526 Z', colour.grass),
    flowers(460, 780, 458, 470, 71, 22),
    ...[250, 346, 442, 700, 796, 892].map(
      (x) =>
        rect(x - 5, 543, 84, 70, colour.frame, 5) +
        rect(x, 548, 74, 60, x === 346 || x === 796 ? colour.window : colour.glass, 3) +
        polygon(
          [
            [x, 548],
            [x + 44, 548],
            [x, 592],
          ],
          colour.cloud,
          0.35,
        ),
    ),
    rect(552, 520, 136, 120, colour.frame, 6),
    rect(558, 526, 124, 114, colour.glass, 4),
    door(620, ground, 84, 98, colour.accent),
    footpath(620, ground, 640, 330, 150),
    // A sensory garden: chimes, tall grasses and a level path with a rail.
    stroke('M150 690 V600 M330 690 V600 M150 606 H330', colour.timberDark, 9),
    ...[180, 210, 240, 270, 300].map((x, index) =>
      stroke(`M${x} 610 v${34 + index * 6}`, index % 2 ? colour.sun : colour.accent, 8),
    ),
    ...Array.from({length: 26}, (_, index) =>
      stroke(
        `M${870 + index * 12} 740 q${(index % 5) * 4 - 8} -36 ${(index % 3) * 10 - 8} -74`,
        index % 2 ? colour.grass : colour.hillNear,
        4,
      ),
    ),
    stroke('M470 800 Q540 710 566 664 M812 800 Q720 710 680 664', colour.deep, 7),
    flowers(30, 420, 712, 792, 75, 40),
    flowers(880, 1180, 744, 794, 77, 26),
  ].join('')
}

/** The valley of the Trust: its schools far and near, joined by one path. */
export function wholeValley(): string {
  const house = (x: number, y: number, size: number, wall: string, roof: string) =>
    group(
      `translate(${x} ${y}) scale(${size})`,
      groundShadow(60, 0, 80),
      wing(0, 0, 120, 46, 40, wall, roof),
      gable(34, 0, 54, 54, 40, wall, colour.render),
      sash(12, -34, 13, 20),
      sash(96, -34, 13, 20),
      arched(54, -52, 14, 22),
    )
  return [
    sky({top: '#dceae6', low: colour.dusk, sun: [820, 250], sunSize: 82}),
    cloud(180, 170, 1.2),
    cloud(520, 120, 0.7, 0.8),
    cloud(980, 150, 0.9, 0.8),
    ridge(360, 70, 0.9, colour.hillFar),
    ridge(430, 56, 3.6, '#a6c1ad'),
    house(210, 424, 0.55, colour.stone, colour.slate),
    ridge(500, 44, 1.9, colour.hill),
    house(820, 498, 0.8, colour.brick, colour.slate),
    poplar(955, 505, 70),
    poplar(985, 510, 88),
    tree(760, 500, 62, colour.hillNear),
    shape(
      'M640 470 C560 520 700 560 560 610 C420 660 560 720 380 800 L640 800 C700 720 600 670 690 620 C790 560 640 520 660 470 Z',
      colour.water,
    ),
    stroke('M612 560 h40 M540 630 h60 M520 700 h80 M500 770 h90', colour.cloud, 4, 0.6),
    shape('M0 800 V570 Q260 540 470 640 Q520 720 380 800 Z', colour.field),
    house(110, 600, 1.25, colour.render, colour.tile),
    conifer(60, 610, 110, colour.hillNear),
    tree(330, 612, 100),
    shape('M640 800 Q690 690 700 650 Q900 560 1200 590 V800 Z', colour.grass),
    house(880, 660, 1.45, colour.timber, colour.deep),
    tree(1130, 672, 150, colour.hillNear),
    stroke('M280 606 Q420 640 500 636 T700 660 T930 668', colour.path, 13),
    stroke('M500 636 Q640 560 860 500', colour.path, 9),
    stroke('M470 636 Q320 520 260 426', colour.path, 7),
    // The bridge where the paths meet.
    stroke('M456 652 Q560 596 690 660', colour.stoneDark, 22),
    stroke('M456 640 Q560 584 690 648', colour.stone, 9),
    flowers(30, 400, 680, 790, 81, 60),
    flowers(760, 1180, 712, 790, 85, 60),
    birds(640, 190, 1),
  ].join('')
}

/** A signpost where three paths meet: which way a school may go. */
export function signpost(): string {
  const board = (y: number, x: number, length: number, fill: string) =>
    x < 600
      ? polygon(
          [
            [x, y],
            [x + length, y],
            [x + length, y + 46],
            [x, y + 46],
            [x - 34, y + 23],
          ],
          fill,
        )
      : polygon(
          [
            [x, y],
            [x + length, y],
            [x + length + 34, y + 23],
            [x + length, y + 46],
            [x, y + 46],
          ],
          fill,
        )
  return [
    sky({sun: [600, 300], sunSize: 96, low: colour.dusk}),
    cloud(140, 190, 1.1),
    cloud(860, 150, 1),
    ridge(430, 54, 2.7, colour.hillFar),
    ridge(520, 40, 0.4, colour.hill),
    group(
      'translate(860 512) scale(0.62)',
      wing(0, 0, 200, 70, 60, colour.brick, colour.slate),
      gable(60, 0, 80, 84, 60, colour.brick, colour.render),
      sash(16, -52, 22, 30),
      sash(160, -52, 22, 30),
      arched(88, -84, 24, 40),
    ),
    conifer(230, 560, 130, colour.hillNear),
    conifer(290, 566, 90),
    tree(1060, 556, 110, colour.hillNear),
    ridge(600, 18, 4.9, colour.field),
    shape(
      'M470 800 Q560 690 430 640 Q260 600 120 590 Q300 584 470 620 Q600 660 640 690 Q760 620 880 530 Q820 620 740 720 Q720 760 740 800 Z',
      colour.path,
    ),
    shape('M0 800 V700 Q200 660 470 800 Z', colour.grass),
    shape('M1200 800 V660 Q960 650 740 800 Z', colour.grass),
    ellipse(600, 742, 70, 12, colour.deepest, 0.2),
    rect(588, 330, 24, 412, colour.timberDark, 4),
    rect(600, 330, 12, 412, colour.deepest).replace('/>', ' opacity="0.14"/>'),
    circle(600, 326, 18, colour.sun),
    board(372, 420, 184, colour.frame),
    board(440, 600, 190, colour.deep),
    board(508, 452, 152, colour.accent),
    stroke('M448 395 h120 M624 463 h126 M484 531 h92', colour.sun, 6, 0.75),
    flowers(30, 430, 730, 794, 91, 40),
    flowers(790, 1180, 700, 794, 95, 50),
    birds(330, 250, 1),
  ].join('')
}

/** The Trust's mark: a small bird in the fold of two hills. It needs no background. */
export function mark(): string {
  return [
    circle(256, 256, 248, colour.deep),
    `<clipPath id="round"><circle cx="256" cy="256" r="248"/></clipPath>`,
    `<g clip-path="url(#round)">`,
    markHills(),
    `</g>`,
    markBird(),
  ].join('')
}

/** The mark on a whole square of 512, with the bird in its middle four fifths: telephones cut icons to their shape. */
export function squareMark(): string {
  return [
    rect(0, 0, 512, 512, colour.deep),
    group('translate(0 -20)', markHills(), rect(0, 500, 512, 40, colour.field)),
    group('translate(44 51) scale(0.8)', markBird()),
  ].join('')
}

function markHills(): string {
  return [
    shape('M-10 420 Q150 360 300 384 T520 330 V520 H-10 Z', colour.hillNear),
    shape('M-10 470 Q160 400 300 440 T520 420 V520 H-10 Z', colour.field),
  ].join('')
}

/** Body, wing, tail, beak, eye and legs. */
function markBird(): string {
  return [
    shape(
      'M150 300 C150 210 230 160 300 176 C330 150 372 160 384 188 L420 202 L388 216 C384 300 320 356 240 350 C190 346 150 330 150 300 Z',
      colour.sun,
    ),
    shape('M166 316 L92 214 L128 218 L128 186 L206 268 Z', colour.accent),
    shape('M206 262 C250 236 300 250 316 286 C290 322 230 320 206 262 Z', colour.accent),
    circle(350, 194, 11, colour.deepest),
    stroke('M250 350 l-10 40 M284 346 l2 42', colour.frame, 9),
  ].join('')
}
