import {arched, belfry, block, chimney, door, gable, sash, wing} from './buildings.ts'
import {
  birds,
  cloud,
  conifer,
  flowers,
  footpath,
  groundShadow,
  hedge,
  poplar,
  ridge,
  sky,
  tree,
} from './landscape.ts'
import {circle, colour, polygon, rect, shape, stroke} from './shapes.ts'

/** A Victorian primary school in brick, with a bell turret. */
export function brickPrimary(): string {
  const ground = 610
  return [
    sky({sun: [250, 210]}),
    cloud(620, 170, 1.1),
    cloud(960, 250, 0.7, 0.7),
    ridge(450, 34, 0.4, colour.hillFar),
    ridge(520, 26, 2.1, colour.hill),
    poplar(118, 600, 170),
    poplar(170, 606, 140),
    tree(1085, 606, 190, colour.hillNear),
    ridge(606, 7, 1.2, colour.grass),
    groundShadow(600, ground, 430),
    wing(330, ground, 540, 165, 108, colour.brick, colour.slate),
    chimney(470, 300, 70),
    chimney(720, 300, 70),
    gable(220, ground, 200, 195, 128, colour.brick, colour.render),
    gable(780, ground, 200, 195, 128, colour.brick, colour.render),
    belfry(600, 340, 76),
    ...[268, 332].map((x) => arched(x, 452, 42, 96)),
    ...[828, 892].map((x) => arched(x, 452, 42, 96)),
    circle(320, 382, 21, colour.frame),
    circle(320, 382, 16, colour.window),
    circle(880, 382, 21, colour.frame),
    circle(880, 382, 16, colour.window),
    ...[450, 508, 664, 722].map((x) => sash(x, 478, 36, 72)),
    footpath(600, ground, 560, 200, 64),
    door(600, ground, 66, 104),
    polygon(
      [
        [552, 504],
        [600, 470],
        [648, 504],
      ],
      colour.render,
    ),
    hedge(60, 520, 642, 34),
    hedge(690, 1150, 642, 34),
    flowers(40, 470, 690, 790, 4),
    flowers(740, 1180, 690, 790, 9),
    birds(430, 150),
  ].join('')
}

/** A village school of stone, below its church. */
export function stonePrimary(): string {
  const ground = 626
  return [
    sky({top: '#e4ece4', sun: [1010, 190]}),
    cloud(180, 190, 1),
    ridge(430, 52, 1.7, colour.hillFar),
    ridge(500, 34, 3.4, colour.hill),
    rect(196, 340, 74, 220, colour.stoneDark),
    polygon(
      [
        [188, 344],
        [233, 120],
        [278, 344],
      ],
      colour.slate,
    ),
    polygon(
      [
        [233, 120],
        [278, 344],
        [240, 344],
      ],
      colour.deepest,
      0.18,
    ),
    arched(216, 380, 34, 60, colour.slateDark),
    stroke('M233 120 v-26 M224 104 h18', colour.slateDark, 4),
    wing(256, 560, 130, 90, 66, colour.stoneDark, colour.slate),
    tree(120, 590, 170, colour.hillNear),
    conifer(1068, 612, 170),
    conifer(1128, 618, 120, colour.hillNear),
    ridge(610, 10, 0.2, colour.field),
    groundShadow(690, ground, 400),
    wing(400, ground, 520, 150, 128, colour.stone, colour.tile),
    gable(470, ground, 170, 172, 138, colour.stone, colour.render),
    gable(690, ground, 250, 182, 168, colour.stone, colour.render),
    arched(528, 486, 54, 92),
    ...[738, 795, 852].map((x) => arched(x, 468, 40, 108)),
    circle(815, 380, 26, colour.frame),
    circle(815, 380, 21, colour.window),
    stroke('M794 380 h42 M815 359 v42', colour.frame, 3.5),
    chimney(655, 292, 70, colour.stoneDark),
    footpath(435, ground, 380, 190, 50),
    door(435, ground, 48, 92, colour.accent),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) =>
      rect(560 + step * 74, 652 + step * 1.5, 70, 34, step % 2 ? colour.stone : colour.stoneDark, 6),
    ),
    ...[0, 1, 2].map((step) =>
      rect(20 + step * 74, 656 - step * 2, 70, 34, step % 2 ? colour.stone : colour.stoneDark, 6),
    ),
    flowers(560, 1180, 704, 790, 12),
    flowers(20, 270, 706, 790, 3, 24),
  ].join('')
}

/** A low nursery of timber with a round window and a garden. */
export function timberNursery(): string {
  const ground = 630
  return [
    sky({sun: [870, 210], sunSize: 70}),
    cloud(260, 180, 1.1),
    cloud(560, 120, 0.6, 0.7),
    ridge(470, 30, 0.9, colour.hillFar),
    ridge(545, 22, 2.8, colour.hill),
    tree(150, 622, 230, colour.hillNear),
    tree(1080, 616, 200, colour.grass),
    ridge(620, 8, 2.2, colour.field),
    groundShadow(610, ground, 400),
    wing(270, ground, 640, 132, 96, colour.timber, colour.deep),
    ...Array.from({length: 20}, (_, plank) =>
      rect(292 + plank * 31, 502, 2, 128, colour.timberDark).replace('/>', ' opacity="0.55"/>'),
    ),
    gable(700, ground, 230, 150, 130, colour.render, colour.timberDark),
    circle(815, 436, 44, colour.frame),
    circle(815, 436, 37, colour.window),
    stroke('M778 436 h74 M815 399 v74', colour.frame, 4),
    ...[318, 424, 530].map(
      (x) =>
        rect(x - 5, 535, 86, 62, colour.frame, 5) +
        rect(x, 540, 76, 52, colour.glass, 3) +
        polygon(
          [
            [x, 540],
            [x + 44, 540],
            [x, 580],
          ],
          colour.cloud,
          0.4,
        ),
    ),
    footpath(815, ground, 830, 210, 70),
    door(815, ground, 68, 92, colour.accent),
    door(650, ground, 44, 84),
    // A willow arch, a bird box and raised beds.
    stroke('M180 650 q80 -190 160 0', colour.grass, 12),
    stroke('M196 650 q64 -166 128 0', colour.hillNear, 7),
    rect(1010, 560, 8, 90, colour.trunk),
    rect(992, 522, 44, 44, colour.accent, 3),
    polygon(
      [
        [984, 526],
        [1014, 498],
        [1044, 526],
      ],
      colour.slate,
    ),
    circle(1014, 542, 8, colour.deepest),
    ...[420, 550].map(
      (x) =>
        rect(x, 676, 104, 34, colour.timberDark, 4) +
        [14, 38, 62, 86]
          .map(
            (dx) =>
              stroke(`M${x + dx} 676 v-18`, colour.grass, 5) +
              circle(x + dx, 654, 8, dx % 4 ? colour.sun : colour.accent),
          )
          .join(''),
    ),
    flowers(40, 660, 724, 794, 7, 34),
    flowers(980, 1180, 690, 790, 21, 24),
    birds(980, 120, 0.9),
  ].join('')
}

/** A new primary school of timber and render with saw-tooth roofs. */
export function newPrimary(): string {
  const ground = 622
  const bay = (x: number, fill: string) =>
    polygon(
      [
        [x, ground],
        [x, 452],
        [x + 150, 388],
        [x + 150, ground],
      ],
      fill,
    ) +
    polygon(
      [
        [x - 6, 458],
        [x - 6, 442],
        [x + 156, 374],
        [x + 156, 390],
      ],
      colour.slate,
    ) +
    rect(x + 22, 490, 106, 72, colour.frame) +
    rect(x + 27, 495, 49, 62, colour.glass) +
    rect(x + 80, 495, 43, 62, colour.window) +
    polygon(
      [
        [x + 27, 495],
        [x + 60, 495],
        [x + 27, 535],
      ],
      colour.cloud,
      0.4,
    ) +
    rect(x + 22, 566, 106, 8, colour.deepest).replace('/>', ' opacity="0.16"/>')
  return [
    sky({top: '#dbe8ea', sun: [180, 230]}),
    cloud(820, 170, 1.2),
    cloud(480, 220, 0.7, 0.7),
    ridge(420, 70, 4.2, colour.hillFar),
    ridge(510, 40, 1.1, colour.hill),
    conifer(90, 606, 200, colour.hillNear),
    conifer(150, 612, 150),
    conifer(1110, 606, 210, colour.hillNear),
    ridge(608, 8, 0.6, colour.grass),
    groundShadow(600, ground, 430),
    bay(230, colour.timber),
    bay(384, colour.render),
    bay(538, colour.timber),
    block(694, ground, 270, 128, colour.render, colour.deep),
    rect(720, 524, 218, 98, colour.frame),
    ...[0, 1, 2, 3].map((pane) =>
      rect(726 + pane * 53, 530, 47, 92, pane === 1 ? colour.window : colour.glass),
    ),
    polygon(
      [
        [726, 530],
        [800, 530],
        [726, 606],
      ],
      colour.cloud,
      0.28,
    ),
    rect(676, 506, 306, 14, colour.deep, 3),
    footpath(806, ground, 760, 230, 96),
    door(806, ground, 74, 90),
    // A playground with a painted snake and a ball.
    shape('M120 800 Q330 660 600 700 Q420 730 390 800 Z', colour.renderDark),
    stroke('M250 772 q34 -34 68 -8 t68 -14 t62 -16', colour.accent, 13),
    stroke('M250 772 q34 -34 68 -8 t68 -14 t62 -16', colour.sun, 4),
    circle(540, 742, 15, colour.accent),
    circle(535, 737, 5, colour.cloud, 0.5),
    flowers(900, 1180, 670, 790, 15, 36),
    hedge(970, 1190, 640, 30),
  ].join('')
}
