/* Pieces of work done in other threads. */

#include "base/crew.h"

#include <criterion/criterion.h>
#include <pthread.h>
#include <unistd.h>

#include "support/fixture.h"

TestSuite(crew, .init = fixture_set_up, .fini = fixture_tear_down);

enum { PIECES = 500, SECONDS_MOST = 60 };

struct task {
	pthread_t by;
	unsigned times;
	pthread_mutex_t *gate; /* NULL, or what must be open first */
};

static void do_task(void *piece)
{
	struct task *task = piece;

	if (task->gate != NULL) {
		pthread_mutex_lock(task->gate);
		pthread_mutex_unlock(task->gate);
	}
	task->by = pthread_self();
	task->times++;
}

static void expect_all_done_once(size_t threads)
{
	struct task tasks[PIECES] = { 0 };
	struct crew *crew = crew_new(arena, threads);

	for (size_t i = 0; i < PIECES; i++)
		crew_do(crew, do_task, &tasks[i]);
	crew_end(crew);
	for (size_t i = 0; i < PIECES; i++)
		cr_assert_eq(tasks[i].times, 1, "piece %zu, %zu threads", i, threads);
}

Test(crew, does_every_piece_once)
{
	static const size_t threads[] = { 0, 1, 2, 3, 4, 64 };

	for (size_t i = 0; i < sizeof(threads) / sizeof(threads[0]); i++)
		expect_all_done_once(threads[i]);
}

Test(crew, may_have_nothing_to_do)
{
	crew_end(crew_new(arena, 4));
}

Test(crew, of_one_thread_is_the_giver)
{
	struct task tasks[10] = { 0 };
	struct crew *crew = crew_new(arena, 1);

	for (size_t i = 0; i < 10; i++) {
		crew_do(crew, do_task, &tasks[i]);
		cr_assert_eq(tasks[i].times, 1);
		cr_assert(pthread_equal(tasks[i].by, pthread_self()));
	}
	crew_end(crew);
}

static void meet(void *barrier)
{
	pthread_barrier_wait(barrier);
}

Test(crew, works_while_its_giver_goes_on)
{
	struct crew *crew = crew_new(arena, 2);
	pthread_barrier_t barrier;

	alarm(SECONDS_MOST); /* ends the process of this test */
	pthread_barrier_init(&barrier, NULL, 2);
	crew_do(crew, meet, &barrier);
	pthread_barrier_wait(&barrier);
	crew_end(crew);
	pthread_barrier_destroy(&barrier);
}

/* The first piece cannot end before the gate is open; those behind it do not heap up for so long. */
Test(crew, has_the_giver_help_when_pieces_wait)
{
	struct task tasks[20] = { 0 };
	struct crew *crew = crew_new(arena, 2);
	pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
	size_t done = 0;

	pthread_mutex_lock(&gate);
	for (size_t i = 0; i < 20; i++) {
		tasks[i].gate = i < 1 ? &gate : NULL;
		crew_do(crew, do_task, &tasks[i]);
	}
	pthread_mutex_unlock(&gate);
	crew_end(crew);
	for (size_t i = 0; i < 20; i++) {
		cr_expect_eq(tasks[i].times, 1);
		done += pthread_equal(tasks[i].by, pthread_self()) != 0;
	}
	cr_expect_geq(done, 15);
}

/* Threads that would need more room than any machine has. */
Test(crew, does_without_threads_where_none_can_be_made)
{
	struct task tasks[10] = { 0 };
	struct crew *crew = crew_new(arena, 4);
	pthread_attr_t attributes;

	pthread_attr_init(&attributes);
	cr_assert_eq(pthread_attr_setstacksize(&attributes, (size_t)1 << 50), 0);
	cr_assert_eq(pthread_setattr_default_np(&attributes), 0);
	for (size_t i = 0; i < 10; i++) {
		crew_do(crew, do_task, &tasks[i]);
		cr_assert_eq(tasks[i].times, 1);
		cr_assert(pthread_equal(tasks[i].by, pthread_self()));
	}
	crew_end(crew);
	pthread_attr_destroy(&attributes);
}

Test(crew, has_as_many_threads_as_asked_for_or_at_least_one)
{
	cr_expect_eq(crew_threads(1), 1);
	cr_expect_eq(crew_threads(64), 64);
	cr_expect_geq(crew_threads(0), 1);
}
