/*
 * versions.h - the version of the program and of the libraries it runs with.
 */
#ifndef GRADIENT_RUN_VERSIONS_H
#define GRADIENT_RUN_VERSIONS_H

struct buffer;

void versions_write(struct buffer *out);

#endif
