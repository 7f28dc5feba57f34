import {block, clock, door, gable, sash, windows, wing} from './buildings.ts'
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
  width,
} from './landscape.ts'
import {circle, colour, polygon, rect, shape, stroke} from './shapes.ts'

/** A middle school of the 1930s with a clock tower. */
export function clockMiddle(): string {
  const ground = 622
  return [
    sky({sun: [980, 260], low: colour.dusk}),
    cloud(200, 160, 1),
    cloud(760, 130, 0.7, 0.7),
    ridge(460, 36, 2.6, colour.hillFar),
    ridge(530, 24, 0.3, colour.hill),
    tree(120, 616, 180, colour.hillNear),
    tree(1090, 616, 210, colour.hillNear),
    ridge(610, 6, 3.1, colour.grass),
    groundShadow(600, ground, 460),
    wing(210, ground, 330, 150, 74, colour.brick, colour.tile),
    wing(660, ground, 330, 150, 74, colour.brick, colour.tile),
    rect(500, 300, 200, 322, colour.brick),
    polygon(
      [
        [660, 300],
        [700, 300],
        [700, 622],
        [640, 622],
      ],
      colour.deepest,
      0.08,
    ),
    rect(490, 292, 220, 16, colour.render, 2),
    polygon(
      [
        [496, 294],
        [600, 214],
        [704, 294],
      ],
      colour.tile,
    ),
    rect(570, 182, 60, 60, colour.render),
    polygon(
      [
        [560, 186],
        [600, 132],
        [640, 186],
      ],
      colour.deep,
    ),
    stroke('M600 132 v-34', colour.slateDark, 4),
    circle(600, 94, 5, colour.sun),
    clock(600, 366, 38),
    rect(500, 420, 200, 10, colour.render),
    ...[528, 586, 644].map((x) => sash(x, 448, 28, 52)),
    ...[236, 296, 356, 416].map((x) => sash(x, 500, 34, 66)),
    ...[748, 808, 868, 928].map((x) => sash(x, 500, 34, 66)),
    footpath(600, ground, 600, 240, 84),
    rect(548, 526, 104, 96, colour.render),
    door(600, ground, 70, 84),
    poplar(452, 640, 90, colour.deep),
    poplar(748, 640, 90, colour.deep),
    rect(0, 664, width, 8, colour.deepest).replace('/>', ' opacity="0.08"/>'),
    flowers(60, 450, 690, 790, 31),
    flowers(760, 1150, 690, 790, 35),
    birds(300, 250, 0.9),
  ].join('')
}

/** A school by a harbour, with much glass. */
export function harbourSecondary(): string {
  const ground = 606
  const gull = (x: number, y: number, size: number) =>
    stroke(
      `M${x} ${y} q${14 * size} ${-18 * size} ${26 * size} 0 q${12 * size} ${-18 * size} ${26 * size} 0`,
      colour.frame,
      5 * size,
    )
  return [
    sky({top: '#cfe2e6', low: '#fbeed6', sun: [230, 290], sunSize: 58}),
    cloud(420, 150, 0.9),
    cloud(860, 190, 1.2, 0.8),
    rect(0, 440, width, 360, colour.water),
    rect(0, 440, width, 70, colour.waterDeep).replace('/>', ' opacity="0.35"/>'),
    ...[
      [60, 470],
      [240, 492],
      [140, 520],
      [330, 462],
      [20, 540],
    ].map(([x = 0, y = 0]) => stroke(`M${x} ${y} h70`, colour.cloud, 4, 0.6)),
    // The lighthouse at the end of the mole.
    polygon(
      [
        [60, 470],
        [330, 452],
        [330, 470],
        [60, 486],
      ],
      colour.stoneDark,
    ),
    polygon(
      [
        [96, 470],
        [104, 300],
        [144, 300],
        [152, 470],
      ],
      colour.frame,
    ),
    polygon(
      [
        [100, 400],
        [102, 356],
        [146, 356],
        [148, 400],
      ],
      colour.accent,
    ),
    rect(100, 276, 48, 26, colour.window),
    polygon(
      [
        [94, 280],
        [124, 248],
        [154, 280],
      ],
      colour.deep,
    ),
    shape('M0 800 V590 Q260 560 520 590 T1200 580 V800 Z', colour.field),
    tree(1120, 596, 170, colour.hillNear),
    groundShadow(740, ground, 390),
    block(400, ground, 300, 212, colour.render, colour.deep),
    block(690, ground, 320, 282, colour.brick, colour.deepest),
    windows(428, 424, 5, 3, [38, 36], [14, 20]),
    rect(710, 352, 190, 254, colour.frame),
    ...[0, 1, 2, 3].flatMap((row) =>
      [0, 1, 2, 3].map((column) =>
        rect(
          716 + column * 46,
          358 + row * 62,
          42,
          57,
          (row + column) % 3 === 0
            ? colour.window
            : (row + column) % 3 === 1
              ? colour.glass
              : colour.glassDark,
        ),
      ),
    ),
    polygon(
      [
        [716, 358],
        [830, 358],
        [716, 560],
      ],
      colour.cloud,
      0.22,
    ),
    ...[0, 1, 2].map((row) => sash(936, 374 + row * 76, 36, 42, colour.glass)),
    rect(672, 534, 250, 13, colour.deep, 3),
    footpath(796, ground, 720, 280, 120),
    door(796, ground, 78, 62),
    stroke('M1056 606 V330', colour.slateDark, 6),
    shape('M1056 336 q40 -18 76 4 q-4 24 2 44 q-40 -20 -78 -2 z', colour.sun),
    gull(560, 300, 1),
    gull(640, 250, 0.7),
    gull(330, 220, 0.8),
    hedge(360, 600, 632, 28),
    hedge(930, 1180, 632, 28),
    flowers(60, 560, 680, 790, 41),
    flowers(930, 1180, 680, 790, 44, 28),
  ].join('')
}
/** A high school of the 1950s among old trees. */
export function parkHighSchool(): string {
  const ground = 616
  return [
    sky({sun: [560, 190], sunSize: 56}),
    cloud(160, 210, 1),
    cloud(830, 150, 1.1),
    ridge(470, 30, 5.1, colour.hillFar),
    ridge(540, 20, 2.4, colour.hill),
    tree(70, 610, 230, colour.hillNear),
    tree(1130, 612, 260, colour.hillNear),
    ridge(606, 6, 0.1, colour.grass),
    groundShadow(600, ground, 450),
    block(190, ground, 470, 232, colour.brick, colour.render),
    windows(216, 412, 8, 3, [40, 38], [15, 26]),
    ...[0, 1, 2].map((row) => rect(206, 456 + row * 64, 438, 8, colour.render)),
    block(640, ground, 130, 290, colour.renderDark, colour.deep),
    ...[0, 1, 2, 3].map((row) => rect(672, 352 + row * 60, 66, 40, row % 2 ? colour.glass : colour.window)),
    shape('M770 616 V484 Q880 420 990 484 V616 Z', colour.render),
    stroke('M758 488 Q880 404 1002 488', colour.deep, 14),
    ...[806, 866, 926].map(
      (x) => rect(x - 4, 500, 36, 116, colour.frame) + rect(x, 504, 28, 112, colour.glass),
    ),
    footpath(705, ground, 640, 250, 90),
    door(705, ground, 74, 80),
    rect(650, 524, 112, 12, colour.deep, 3),
    tree(160, 660, 150),
    tree(1010, 668, 140),
    ...[
      [300, 690],
      [430, 716],
    ].map(
      ([x = 0, y = 0]) =>
        rect(x, y, 92, 8, colour.timber, 3) +
        rect(x + 10, y + 8, 6, 20, colour.timberDark) +
        rect(x + 76, y + 8, 6, 20, colour.timberDark),
    ),
    flowers(820, 1180, 700, 790, 51),
    flowers(30, 260, 700, 790, 55, 24),
  ].join('')
}

/** A school for all ages in a valley, below a viaduct. */
export function valleyAllThrough(): string {
  const ground = 636
  const arch = (x: number) => shape(`M${x} 470 V392 a44 44 0 0 1 88 0 V470 Z`, colour.hill)
  return [
    sky({sun: [1010, 170], low: colour.dusk}),
    cloud(300, 140, 1),
    cloud(640, 190, 0.7, 0.7),
    ridge(330, 60, 0.8, colour.hillFar),
    rect(0, 322, width, 150, colour.stone),
    rect(0, 314, width, 14, colour.stoneDark),
    ...Array.from({length: 11}, (_, index) => arch(14 + index * 112)),
    ridge(500, 34, 2.2, colour.hill),
    conifer(120, 600, 190, colour.hillNear),
    conifer(190, 610, 140),
    ridge(608, 9, 3.9, colour.field),
    groundShadow(620, ground, 450),
    gable(210, ground, 170, 120, 96, colour.render, colour.tile),
    block(370, ground, 130, 92, colour.glass, colour.deep),
    gable(490, ground, 220, 168, 128, colour.brick, colour.slate),
    block(700, ground, 120, 100, colour.glass, colour.deep),
    gable(810, ground, 270, 214, 152, colour.timber, colour.deep),
    ...[
      [384, 560],
      [424, 560],
      [464, 560],
      [714, 556],
      [752, 556],
      [790, 556],
    ].map(([x = 0, y = 0]) => rect(x - 2, y, 4, 76, colour.frame)),
    ...[240, 304].map((x) => sash(x, 540, 40, 52)),
    ...[522, 576, 630].map((x) => sash(x, 500, 36, 58)),
    circle(600, 432, 22, colour.frame),
    circle(600, 432, 17, colour.window),
    ...[842, 904, 966, 1020].map((x) => sash(x, 446, 32, 50)),
    ...[842, 904, 966, 1020].map((x) => sash(x, 536, 32, 50, colour.glass)),
    circle(945, 372, 26, colour.frame),
    circle(945, 372, 21, colour.window),
    footpath(435, ground, 470, 240, 70),
    door(435, ground, 60, 70),
    shape('M0 800 V742 Q150 706 300 740 T600 800 Z', colour.water),
    stroke('M40 764 q70 -22 140 0 M150 784 q70 -20 140 0', colour.cloud, 4, 0.7),
    tree(1130, 650, 150),
    flowers(720, 1180, 700, 790, 61),
    birds(820, 110, 0.8),
  ].join('')
}
