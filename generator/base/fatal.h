/*
 * fatal.h - the two ends that no caller can recover from.
 */
#ifndef GRADIENT_BASE_FATAL_H
#define GRADIENT_BASE_FATAL_H

/* One line on stderr, then the status for internal errors. */
_Noreturn void fatal_out_of_memory(void);

/* For a library that breaks its own contract: names the call and ends the program likewise. */
_Noreturn void fatal_internal(const char *what);

#endif
