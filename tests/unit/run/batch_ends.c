/* A batch that is killed, interrupted, without room, or not alone. */

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/batch_place.h"

TestSuite(batch_ends, .init = batch_place_set_up, .fini = batch_place_tear_down);

/* What finding temporary files finds; "" when there are none. */
static const char *temporaries(const char *out)
{
	return command_run(batch_arena, batch_folder,
			   (const char *[]){ "find", out, "-name", "*.part", NULL })
		.out;
}

static void wait_milliseconds(long milliseconds)
{
	const struct timespec pause = { .tv_sec = milliseconds / 1000,
					.tv_nsec = milliseconds % 1000 * 1000000 };

	nanosleep(&pause, NULL);
}

/* How long a batch takes here and now, and all that it makes, once again without anything to do. */
static long make_whole(const char **made)
{
	struct timespec begin, end;

	clock_gettime(CLOCK_MONOTONIC, &begin);
	cr_assert_eq(batch_run("whole", NULL).status, 0);
	clock_gettime(CLOCK_MONOTONIC, &end);
	cr_assert_eq(batch_run("whole", NULL).status, 0);
	*made = batch_digest("whole");
	return (end.tv_sec - begin.tv_sec) * 1000 + (end.tv_nsec - begin.tv_nsec) / 1000000;
}

/* splitmix64, so that a failure comes again. */
static long random_below(unsigned long long *state, long most)
{
	unsigned long long mixed = *state += 0x9e3779b97f4a7c15u;

	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return (long)((mixed ^ (mixed >> 31)) % (unsigned long long)most);
}

/* A folder of a statement that is there is whole: its record stands in it. */
static void expect_no_half_statement(void)
{
	for (int i = 0; batch_bodies[i] != NULL; i++) {
		const char *folder = arena_printf(batch_arena, "out/%s", batch_bodies[i]);

		if (path_exists(batch_path(folder)))
			cr_expect(path_exists(batch_path(
					  arena_printf(batch_arena, "%s/run.json", folder))),
				  "%s is half made", folder);
	}
}

Test(batch_ends, makes_the_same_bytes_after_twenty_kills_at_random_points)
{
	static const int signals[] = { SIGKILL, SIGTERM, SIGKILL, SIGINT };
	unsigned long long state = 150;
	const char *whole, *left;
	long time = make_whole(&whole);

	for (int kill_count = 0; kill_count < 20; kill_count++) {
		int signal = signals[kill_count % 4], status;
		pid_t program;

		/* From time to time there is something to be made in folders that are there. */
		if (kill_count % 5 == 4)
			batch_change("report.xml", "A small report", "A short report");
		if (kill_count % 5 == 0 && kill_count > 0)
			batch_change("report.xml", "A short report", "A small report");
		left = kill_count == 0 ? "" : temporaries("out");
		program = batch_start("out", "2");
		wait_milliseconds(random_below(&state, time));
		kill(program, signal);
		status = batch_wait(program);
		cr_expect(status == 0 || status == 128 + signal, "%d: %s", status,
			  file_text(batch_arena, batch_path("said"), NULL));
		cr_assert(batch_is_gone(program), "a worker outlives its parent");
		expect_no_half_statement();
		/* One that was ended before it could begin leaves what the killed one before it left, nothing else. */
		if (signal != SIGKILL && temporaries("out")[0] != '\0')
			cr_expect_str_eq(temporaries("out"), left, "after signal %d", signal);
	}
	batch_change("report.xml", "A short report", "A small report");
	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_assert_eq(batch_run("out", NULL).status, 0);
	cr_expect_str_eq(batch_digest("out"), whole);
	cr_expect_str_empty(temporaries("out"));
}

Test(batch_ends, tells_what_is_finished_when_it_is_interrupted)
{
	pid_t program = batch_start("out", "1");
	const char *said;
	int status;

	for (int i = 0; i < 2000 && !path_exists(batch_path("out/QN1")); i++)
		wait_milliseconds(5);
	kill(program, SIGTERM);
	status = batch_wait(program);
	said = file_text(batch_arena, batch_path("said"), NULL);
	cr_expect_eq(status, 128 + SIGTERM, "%d: %s", status, said);
	cr_expect_not_null(strstr(said, "[OUT57]"), "%s", said);
	cr_expect_not_null(strstr(said, " of 6 statements are finished"), "%s", said);
	cr_expect_str_eq(batch_summary("out", "QN6", "status"), "not made");
	cr_expect_str_empty(temporaries("out"));
}

Test(batch_ends, is_refused_a_folder_in_which_another_is_at_work)
{
	struct program_result result;
	const char *lock;
	int file;

	cr_assert_eq(batch_run("out", NULL).status, 0);
	lock = batch_path("out/.gradient-private/batch.lock");
	file = open(lock, O_RDWR | O_CLOEXEC);
	cr_assert_geq(file, 0);
	cr_assert_eq(flock(file, LOCK_EX | LOCK_NB), 0);
	cr_assert_eq(ftruncate(file, 0), 0);
	cr_assert_eq(pwrite(file, "process 7 on elsewhere\n", 23, 0), 23);
	result = batch_run("out", NULL);
	cr_expect_eq(result.status, 5, "%d", result.status);
	cr_expect_not_null(strstr(result.err,
				  "another batch is at work in the folder: out: process 7 "
				  "on elsewhere [OUT53]"),
			   "%s", result.err);
	result = batch_run("out", (const char *[]){ "--shard", "1/2", NULL });
	cr_expect_not_null(strstr(result.err, "[OUT53]"), "a shard is no exception: %s",
			   result.err);
	close(file);
	cr_expect_eq(batch_run("out", NULL).status, 0);
}

/* Holds a lock of a shard; -1 when it is held already. */
static int hold_shard(const char *name)
{
	const char *path =
		batch_path(arena_printf(batch_arena, "out/.gradient-private/%s.lock", name));
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	cr_assert_geq(file, 0);
	cr_assert_eq(flock(file, LOCK_EX | LOCK_NB), 0);
	return file;
}

Test(batch_ends, lets_shards_of_one_split_work_beside_each_other_and_no_others)
{
	const char *const second[] = { "--shard", "2/2", NULL };
	int file;

	cr_assert_eq(batch_run("out", second).status, 0);
	file = hold_shard("shard-1-of-2");
	cr_expect_eq(batch_run("out", second).status, 0);
	cr_expect_eq(batch_run("out", (const char *[]){ "--shard", "1/2", NULL }).status, 5);
	cr_expect_eq(batch_run("out", (const char *[]){ "--shard", "2/3", NULL }).status, 5);
	close(file);
	cr_expect_eq(batch_run("out", (const char *[]){ "--shard", "1/2", NULL }).status, 0);
}

/* Under nohup, or in the background of a script, the terminal that goes away is no reason to stop. */
Test(batch_ends, goes_on_when_the_caller_has_signals_ignored)
{
	const char *command = arena_printf(
		batch_arena,
		"trap '' HUP INT; %s batch report.xml -q --for-each bodies.csv --formats dump "
		"--jobs 1 -o out 2>said & p=$!\n"
		"while kill -0 $p && [ ! -d out/QN1 ]; do :; done\n"
		"kill -HUP $p; kill -INT $p; wait $p; echo $?",
		program_path(batch_arena));
	struct program_result result = command_run(batch_arena, batch_folder,
						   (const char *[]){ "sh", "-c", command, NULL });

	cr_expect_str_eq(result.out, "0\n", "%s", file_text(batch_arena, batch_path("said"), NULL));
	cr_expect_str_eq(batch_summary("out", "QN6", "status"), "made");
}

/* How often a text stands in another. */
static int count_of(const char *text, const char *what)
{
	int count = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		count++;
	return count;
}

/* A limit on the size of files stands in for a disk that is full. */
Test(batch_ends, begins_no_further_statement_when_there_is_no_room)
{
	struct rlimit before, limit;
	struct program_result result;

	cr_assert_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = (struct rlimit){ .rlim_cur = 20000, .rlim_max = before.rlim_max };
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	result = batch_run("out", (const char *[]){ "--jobs", "2", NULL });
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	cr_expect_eq(result.status, 5, "%d: %s", result.status, result.err);
	cr_expect_eq(count_of(result.err, "error:"), 1, "%s", result.err);
	cr_expect_not_null(strstr(result.err, "[OUT52]"), "%s", result.err);
	cr_expect_not_null(strstr(result.err, "File too large"), "%s", result.err);
	cr_expect_str_empty(temporaries("out"));
	for (int i = 0; batch_bodies[i] != NULL; i++)
		cr_expect_not(path_exists(
			batch_path(arena_printf(batch_arena, "out/%s", batch_bodies[i]))));
	cr_expect_eq(batch_run("out", NULL).status, 0);
	cr_expect_str_eq(batch_summary("out", "QN6", "status"), "made");
}

/* A worker of the program, as soon as there is one; 0 when there comes none. */
static pid_t worker_of(pid_t program)
{
	const char *path =
		arena_printf(batch_arena, "/proc/%d/task/%d/children", (int)program, (int)program);

	for (int i = 0; i < 2000; i++) {
		const char *text = file_text(batch_arena, path, NULL);

		if (text != NULL && text[0] != '\0')
			return (pid_t)strtol(text, NULL, 10);
		wait_milliseconds(1);
	}
	return 0;
}

/* A worker that is ended from outside is a statement that failed, and no more than that. */
Test(batch_ends, goes_on_when_a_worker_comes_to_grief)
{
	pid_t program = batch_start("out", "1"), worker = worker_of(program);
	const char *said;

	if (worker == 0) {
		batch_wait(program);
		cr_skip_test("this machine does not tell the children of a process");
	}
	kill(worker, SIGKILL);
	cr_expect_eq(batch_wait(program), 5);
	said = file_text(batch_arena, batch_path("said"), NULL);
	cr_expect_eq(count_of(said, "[OUT51]"), 1, "%s", said);
	cr_expect_str_eq(batch_summary("out", "QN1", "status"), "failed");
	cr_expect_str_eq(batch_summary("out", "QN2", "status"), "made");
	cr_expect_str_empty(temporaries("out"));
	cr_expect_eq(batch_run("out", NULL).status, 0);
	cr_expect_str_eq(batch_summary("out", "QN1", "status"), "made");
	cr_expect_str_eq(batch_summary("out", "QN2", "status"), "unchanged");
}
