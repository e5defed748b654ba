/*
 * versions.h - the version of the program and of the libraries it runs with.
 */
#ifndef GRADIENT_RUN_VERSIONS_H
#define GRADIENT_RUN_VERSIONS_H

struct buffer;
struct formats;

/*
 * A line each: name, blank, version. Of the libraries that are loaded when they are needed: those that the editions
 * need; NULL: all. One that is not there has words for a version.
 */
void versions_write(struct buffer *out, const struct formats *formats);

#endif
