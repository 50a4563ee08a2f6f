export { Problem } from '../../contract/problem.js';
