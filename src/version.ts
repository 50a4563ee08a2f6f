/** The version of the package: part of the names of inner elements, so that two versions can share a page. */
export const version = '0.1.0';
