import { figuresOf, groupBy, type Figure } from './metrics.js';
import { blockSize, playJob } from './play.js';
import { players } from './players.js';

const [only = 'express,standard,thorough,campaign', blocks = '3'] = process.argv.slice(2);
const chosen = players.filter(({ id }) => only.split(',').includes(id));
const outcomes = [0, 1, 2, 3, 4].flatMap((world) =>
  [0, 1, 2].flatMap((bank) =>
    Array.from({ length: Number(blocks) }, (_, block) => playJob({ seed: 1, world, bank, block, learners: blockSize }, chosen)).flat(),
  ),
);
const show = (figure?: Figure): string => (figure ? `${(100 * figure.value).toFixed(1)}±${(100 * figure.error).toFixed(1)}` : '–');
for (const [name, some] of [['all', outcomes] as const, ...groupBy(outcomes, ({ world }) => world)]) {
  console.log(name);
  for (const [id, own] of groupBy(some, ({ player }) => player)) {
    const f = figuresOf(own);
    console.log(
      `  ${id.padEnd(20)} ${f.questions.value.toFixed(1)}/${f.questionsP90} band ${show(f.band)} clear ${show(f.clear)} rmse ${show(f.rmse)} dom ${show(f.domainRmse)} skills ${show(f.skills)} cover ${show(f.cover)} ece ${(100 * f.ece).toFixed(1)}`,
    );
  }
}
