/*
 * compare.c - runs two commands in turn and compares medians.
 *
 * usage: compare RUNS RAW-COMMAND ... -- PROGRAM-COMMAND ...
 *        compare -p RUNS PROGRAM-COMMAND ... -- PROGRAM-COMMAND ...
 * The raw drawing tells its own times, without the reading of its input; those of the program are of the
 * whole process. With -p both are the program: the ratio is that of the second to the first.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MOST = 101, MEASURES = 3 };

static const char *const names[MEASURES] = { "wall time, s", "processor time, s",
					     "peak memory, MiB" };

struct sample {
	double of[MEASURES];
};

static void fail(const char *what)
{
	fprintf(stderr, "compare: %s\n", what);
	exit(1);
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* Runs a command with its output in text. */
static struct sample run(char **command, char *text, size_t size)
{
	double begin = now();
	struct rusage usage;
	int ends[2], status;
	size_t length = 0;
	ssize_t got;
	pid_t child;

	if (pipe(ends) != 0 || (child = fork()) < 0)
		fail("cannot start a process");
	if (child == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execv(command[0], command);
		_exit(127);
	}
	close(ends[1]);
	while (length + 1 < size && (got = read(ends[0], text + length, size - 1 - length)) > 0)
		length += (size_t)got;
	text[length] = '\0';
	close(ends[0]);
	if (wait4(child, &status, 0, &usage) < 0 || status != 0)
		fail(command[0]);
	return (struct sample){ { now() - begin, seconds(usage.ru_utime) + seconds(usage.ru_stime),
				  (double)usage.ru_maxrss / 1024 } };
}

static struct sample told(const char *text)
{
	struct sample sample;

	if (sscanf(text, "%lf %lf %lf", &sample.of[0], &sample.of[1], &sample.of[2]) != 3)
		fail("the raw drawing told no times");
	sample.of[2] /= 1024;
	return sample;
}

static int compare_numbers(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

static double median(const struct sample *samples, int runs, int measure)
{
	double values[RUNS_MOST];

	for (int i = 0; i < runs; i++)
		values[i] = samples[i].of[measure];
	qsort(values, (size_t)runs, sizeof(values[0]), compare_numbers);
	return runs % 2 == 1 ? values[runs / 2] : (values[runs / 2 - 1] + values[runs / 2]) / 2;
}

int main(int argc, char **argv)
{
	static struct sample raw[RUNS_MOST], program[RUNS_MOST];
	bool programs = argc > 1 && strcmp(argv[1], "-p") == 0;
	char text[4096];
	int runs, split = 2;

	argv += programs ? 1 : 0;
	argc -= programs ? 1 : 0;
	runs = argc > 1 ? atoi(argv[1]) : 0;

	while (split < argc && strcmp(argv[split], "--") != 0)
		split++;
	if (runs < 1 || runs > RUNS_MOST || split + 1 >= argc)
		fail("usage: compare [-p] RUNS COMMAND ... -- PROGRAM-COMMAND ...");
	argv[split] = NULL;
	for (int i = 0; i < runs; i++) {
		raw[i] = run(argv + 2, text, sizeof(text));
		if (!programs)
			raw[i] = told(text);
		program[i] = run(argv + split + 1, text, sizeof(text));
	}
	printf("medians of %d runs in turn   %10s %10s %8s\n", runs, programs ? "first" : "raw",
	       programs ? "second" : "gradient", "ratio");
	for (int measure = 0; measure < MEASURES; measure++) {
		double ours = median(program, runs, measure), theirs = median(raw, runs, measure);

		printf("%-28s %10.3f %10.3f %8.2f\n", names[measure], theirs, ours, ours / theirs);
	}
	return 0;
}
