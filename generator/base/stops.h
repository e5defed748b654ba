/*
 * stops.h - the signals by which somebody asks a program to stop.
 */
#ifndef GRADIENT_BASE_STOPS_H
#define GRADIENT_BASE_STOPS_H

#include <signal.h>

/*
 * Those of a terminal (Ctrl-C, hanging up) and SIGTERM, without what the caller has told the program to ignore: nohup
 * does so with SIGHUP, and a shell with SIGINT of what a script runs in the background.
 */
void stops_fill(sigset_t *stops);

#endif
