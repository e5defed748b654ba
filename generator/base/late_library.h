/*
 * late_library.h - shared libraries that are loaded when they are needed, and not when the program starts.
 *
 * Purpose:   what few runs need costs the others nothing: a library takes memory and time, with all that it brings along,
 *            though no function of it is called.
 * Use:       the functions that are called are listed once. Their types come from the library's own header, so that
 *            calls are checked as ever:
 *
 *                #define HTTP_FUNCTIONS(FUNCTION) FUNCTION(MHD_start_daemon) FUNCTION(MHD_stop_daemon)
 *                struct http_library { HTTP_FUNCTIONS(LATE_POINTER) };
 *                static const struct late_function functions[] = { HTTP_FUNCTIONS(LATE_FUNCTION) };
 *
 * Builds:    with LATE_LIBRARIES the Makefile names the library that it would have linked (SONAME_...). Without, the
 *            libraries are linked, SONAME_... is NULL, and tables get the addresses of the linked functions.
 * Ownership: a library that is loaded stays until the process ends, for its threads, what it does at the exit, and texts of
 *            it that are held. So nobody keeps a handle, and to load it again takes no more than the look-ups.
 */
#ifndef GRADIENT_BASE_LATE_LIBRARY_H
#define GRADIENT_BASE_LATE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

struct diag_list;

/* A function of whatever type. */
typedef void late_address(void);

struct late_function {
	const char *name;
	late_address *linked; /* NULL in a library that is loaded */
};

struct late_library {
	const char *soname; /* NULL: linked */
	const struct late_function *functions;
	size_t count;
};

/* A member of a table of functions; tables hold nothing else. */
#define LATE_POINTER(function) __typeof__(function) *function;

/* A line of the list that a table is filled from, in the same order. */
#ifdef LATE_LIBRARIES
#define LATE_FUNCTION(function) { #function, NULL },
#else
#define LATE_FUNCTION(function) { #function, (late_address *)(function) },
#endif

#define LATE_COUNT(functions) (sizeof(functions) / sizeof((functions)[0]))

/* Fills the table of a library. False after a diagnostic when it, or a function of it, is not there; diags may be NULL. */
bool late_library_load(const struct late_library *library, void *table, struct diag_list *diags);

#endif
