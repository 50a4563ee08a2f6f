export default {
  globs: ['src/ui/diagnostic/*.ts', 'src/index.ts', 'src/element.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
};
