#include "odbc/driver_limit.h"

#include <sql.h>
#include <sqlext.h>

/* Drivers know a limit of their own to the second and may take a moment to tell it; that one comes first. */
enum { GRACE_MILLISECONDS = 500, AGAIN_MILLISECONDS = 100, NANOSECONDS = 1000000000 };

static void move_on(struct timespec *time, long milliseconds)
{
	time->tv_nsec += milliseconds * 1000000;
	time->tv_sec += time->tv_nsec / NANOSECONDS;
	time->tv_nsec %= NANOSECONDS;
}

/* Cancels when the time has come, and again until the call has ended: a driver may not have begun to listen. */
static void *watch(void *argument)
{
	struct driver_limit *limit = argument;
	struct timespec until = limit->until;

	pthread_mutex_lock(&limit->lock);
	while (!limit->is_over) {
		if (pthread_cond_timedwait(&limit->ended, &limit->lock, &until) == 0)
			continue;
		limit->has_passed = true;
		if (limit->is_calling)
			SQLCancel(limit->statement);
		move_on(&until, AGAIN_MILLISECONDS);
	}
	pthread_mutex_unlock(&limit->lock);
	return NULL;
}

void driver_limit_begin(struct driver_limit *limit, void *statement, unsigned seconds)
{
	pthread_condattr_t attributes;

	*limit = (struct driver_limit){ .statement = statement };
	if (seconds == 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &limit->until);
	move_on(&limit->until, GRACE_MILLISECONDS);
	limit->until.tv_sec += (time_t)seconds;
	pthread_mutex_init(&limit->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&limit->ended, &attributes);
	pthread_condattr_destroy(&attributes);
	limit->runs = pthread_create(&limit->thread, NULL, watch, limit) == 0;
}

bool driver_limit_call(struct driver_limit *limit, bool is_calling)
{
	bool has_passed;

	if (!limit->runs)
		return true;
	pthread_mutex_lock(&limit->lock);
	limit->is_calling = is_calling;
	has_passed = limit->has_passed;
	pthread_mutex_unlock(&limit->lock);
	return !has_passed;
}

void driver_limit_end(struct driver_limit *limit)
{
	if (!limit->runs)
		return;
	pthread_mutex_lock(&limit->lock);
	limit->is_over = true;
	pthread_cond_signal(&limit->ended);
	pthread_mutex_unlock(&limit->lock);
	pthread_join(limit->thread, NULL);
	pthread_cond_destroy(&limit->ended);
	pthread_mutex_destroy(&limit->lock);
	limit->runs = false;
}
