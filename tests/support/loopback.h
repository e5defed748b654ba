/*
 * loopback.h - a browser as small as can be: one request to a port of this machine, and what came back.
 *
 * It sends what it is told, also what no browser would. Without a test framework, for benchmarks too.
 */
#ifndef GRADIENT_TESTS_LOOPBACK_H
#define GRADIENT_TESTS_LOOPBACK_H

#include "base/buffer.h"

struct loopback_answer {
	int status;         /* 0: no connection, or no answer */
	struct buffer head; /* lines of the header */
	struct buffer body;
};

/* Sends a text to a port and reads until the other side ends, at most half a minute. */
struct loopback_answer loopback_send(unsigned port, const char *request);

/* GET with the host that the server goes by. */
struct loopback_answer loopback_get(unsigned port, const char *path);

void loopback_clear(struct loopback_answer *answer);

#endif
