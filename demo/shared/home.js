import { copyWith } from './copy.js';

const find = (id) => document.getElementById(id);
copyWith(find('copier'), find('lignes'), find('copie'));
