/*
 * exit_status.h - what the program tells the shell.
 *
 * Warnings alone leave the status at EXIT_STATUS_OK; --strict turns them into errors. When inputs
 * of several kinds are at fault the first stage decides: spec before data before output.
 */
#ifndef GRADIENT_BASE_EXIT_STATUS_H
#define GRADIENT_BASE_EXIT_STATUS_H

enum exit_status {
	EXIT_STATUS_OK = 0,
	EXIT_STATUS_GAPS =
		1, /* "coverage": the statement has gaps; "diff": two statements differ */
	EXIT_STATUS_USAGE = 2,    /* the command line */
	EXIT_STATUS_SPEC = 3,     /* report, layout, theme, strings or catalogue files */
	EXIT_STATUS_DATA = 4,     /* data files, or what they hold */
	EXIT_STATUS_OUTPUT = 5,   /* a file or stream that could not be written */
	EXIT_STATUS_INTERNAL = 6, /* out of memory, or a fault of the program itself */
};

#endif
