/*
 * watch.c - how long it takes from a saved file to the new page, by "gradient watch".
 *
 * usage: watch RUNS PROGRAM SPEC FILE WORDS
 * Other WORDS stand in FILE in each run; FILE is as it was at the end. The time is that from the write to the page
 * with these words having been fetched; that of the processor is what the program took meanwhile. Memory is what it
 * holds after the first run, and after the last.
 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "support/loopback.h"

enum { RUNS_MOST = 1001 };

static void fail(const char *what)
{
	fprintf(stderr, "watch: %s\n", what);
	exit(1);
}

static double ms(clockid_t clock)
{
	struct timespec time;

	clock_gettime(clock, &time);
	return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

static void read_file(const char *path, struct buffer *out)
{
	char piece[4096];
	FILE *file = fopen(path, "rb");
	size_t got;

	if (file == NULL)
		fail(path);
	while ((got = fread(piece, 1, sizeof(piece), file)) > 0)
		buffer_add(out, piece, got);
	fclose(file);
}

static void write_file(const char *path, const struct buffer *bytes)
{
	FILE *file = fopen(path, "wb");

	if (file == NULL || fwrite(bytes->bytes, 1, bytes->length, file) != bytes->length)
		fail(path);
	fclose(file);
}

/* Starts the program; the port is in the first line that it writes. */
static pid_t start(char *program, char *spec, unsigned *port)
{
	static char watch[] = "watch", option[] = "--port", any[] = "0", quiet[] = "-q";
	char *words[] = { program, watch, spec, option, any, quiet, NULL };
	char line[64] = "";
	int ends[2];
	pid_t child;

	if (pipe(ends) != 0 || (child = fork()) < 0)
		fail("cannot start a process");
	if (child == 0) {
		dup2(ends[1], STDOUT_FILENO);
		execv(program, words);
		_exit(127);
	}
	close(ends[1]);
	if (read(ends[0], line, sizeof(line) - 1) <= 0 ||
	    sscanf(line, "http://127.0.0.1:%u/", port) != 1)
		fail("the program does not serve");
	close(ends[0]);
	return child;
}

static bool shows(unsigned port, const char *words)
{
	struct loopback_answer page = loopback_get(port, "/");
	bool there = page.status == 200 && strstr(buffer_text(&page.body), words) != NULL;

	loopback_clear(&page);
	return there;
}

static long page_version(unsigned port)
{
	struct loopback_answer page = loopback_get(port, "/");
	const char *at = strstr(buffer_text(&page.body), "data-version=\"");
	long version = at == NULL ? -1 : strtol(at + strlen("data-version=\""), NULL, 10);

	loopback_clear(&page);
	return version;
}

/* Waits for a page of another version, as a browser does. */
static void wait_for_news(unsigned port, long version, long number)
{
	struct loopback_answer news;
	struct buffer path;

	buffer_init(&path);
	buffer_printf(&path, "/live/news?page=statement.html&version=%ld&number=%ld", version,
		      number);
	news = loopback_get(port, buffer_text(&path));
	loopback_clear(&news);
	buffer_clear(&path);
}

static long news_number(unsigned port)
{
	struct loopback_answer news = loopback_get(port, "/live/news?version=0");
	const char *at = strstr(buffer_text(&news.body), "\"number\":");
	long number = at == NULL ? -1 : strtol(at + strlen("\"number\":"), NULL, 10);

	loopback_clear(&news);
	return number;
}

static double resident_mib(pid_t child)
{
	struct buffer text;
	char path[64];
	double kib = 0;
	const char *at;

	buffer_init(&text);
	snprintf(path, sizeof(path), "/proc/%d/status", (int)child);
	read_file(path, &text);
	at = strstr(buffer_text(&text), "VmRSS:");
	if (at != NULL)
		kib = strtod(at + strlen("VmRSS:"), NULL);
	buffer_clear(&text);
	return kib / 1024;
}

static void replace(const struct buffer *before, const char *words, const char *by,
		    struct buffer *out)
{
	const char *at = strstr(buffer_text(before), words);
	size_t begin;

	if (at == NULL)
		fail("the words are not in the file");
	begin = (size_t)(at - before->bytes);
	buffer_add(out, before->bytes, begin);
	buffer_add_text(out, by);
	buffer_add(out, at + strlen(words), before->length - begin - strlen(words));
}

/* One edit; the time until it is seen. */
static double edit(unsigned port, const char *file, const struct buffer *text, const char *by)
{
	long version = page_version(port), number = news_number(port);
	double begin = ms(CLOCK_MONOTONIC);

	write_file(file, text);
	do
		wait_for_news(port, version, number);
	while (!shows(port, by) && ms(CLOCK_MONOTONIC) - begin < 30e3);
	return ms(CLOCK_MONOTONIC) - begin;
}

static int compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void print(const char *what, double *values, size_t count)
{
	qsort(values, count, sizeof(*values), compare);
	printf("%-34s median %7.1f  least %7.1f  most %7.1f\n", what, values[count / 2], values[0],
	       values[count - 1]);
}

int main(int argc, char **argv)
{
	static double walls[RUNS_MOST], processors[RUNS_MOST];
	size_t runs = argc == 6 ? strtoul(argv[1], NULL, 10) : 0;
	double memory = 0, last;
	struct buffer before;
	unsigned port = 0;
	clockid_t clock;
	pid_t child;

	if (runs == 0 || runs > RUNS_MOST)
		fail("usage: watch RUNS PROGRAM SPEC FILE WORDS");
	buffer_init(&before);
	read_file(argv[4], &before);
	child = start(argv[2], argv[3], &port);
	if (clock_getcpuclockid(child, &clock) != 0)
		fail("no clock");
	while (!shows(port, argv[5]))
		usleep(50000);
	usleep(500000);
	for (size_t i = 0; i < runs; i++) {
		struct buffer text;
		char by[64];
		double begin;

		buffer_init(&text);
		snprintf(by, sizeof(by), "edit number %zu of the bench", i + 1);
		replace(&before, argv[5], by, &text);
		begin = ms(clock);
		walls[i] = edit(port, argv[4], &text, by);
		processors[i] = ms(clock) - begin;
		buffer_clear(&text);
		usleep(250000);
		if (i == 0)
			memory = resident_mib(child);
	}
	last = resident_mib(child);
	write_file(argv[4], &before);
	kill(child, SIGINT);
	waitpid(child, NULL, 0);
	print("from the save to the page, ms", walls, runs);
	print("processor time of it, ms", processors, runs);
	printf("%-34s %.1f MiB, after %zu edits %.1f MiB\n", "memory after the first edit", memory,
	       runs, last);
	buffer_clear(&before);
	return 0;
}
