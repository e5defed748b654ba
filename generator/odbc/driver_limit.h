/*
 * driver_limit.h - a time limit for drivers that know none: a second thread cancels the statement.
 *
 * Of the driver's own limit (SQL_ATTR_QUERY_TIMEOUT) a driver may take no notice, and does not say so.
 */
#ifndef GRADIENT_ODBC_DRIVER_LIMIT_H
#define GRADIENT_ODBC_DRIVER_LIMIT_H

#include <pthread.h>
#include <stdbool.h>
#include <time.h>

struct driver_limit {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t ended;
	struct timespec until; /* of the monotonic clock */
	void *statement;
	bool runs, is_over, is_calling, has_passed;
};

/* From now on calls on the statement are cut short when so many seconds have passed; 0: never. */
void driver_limit_begin(struct driver_limit *limit, void *statement, unsigned seconds);

/* A call begins or has ended. False when the time has passed already. */
bool driver_limit_call(struct driver_limit *limit, bool is_calling);

void driver_limit_end(struct driver_limit *limit);

#endif
