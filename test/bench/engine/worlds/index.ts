import type { World } from '../world.js';
import { disturbed } from './disturbed.js';
import { hierarchy } from './hierarchy.js';
import { multidimensional } from './multidimensional.js';
import { patchy } from './patchy.js';
import { redrawn } from './redrawn.js';

export const worlds: readonly World[] = [hierarchy, multidimensional, patchy, disturbed, redrawn];
