/*
 * location.h - a place in an input file, as a person would name it.
 */
#ifndef GRADIENT_BASE_LOCATION_H
#define GRADIENT_BASE_LOCATION_H

struct location {
	const char *file; /* as the user named it, or relative to the spec; NULL = no file */
	unsigned line;    /* from 1; 0 = the file as a whole */
	unsigned column;  /* from 1, counted in characters; 0 = the line as a whole */
};

#endif
