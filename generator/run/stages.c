#include "run/stages.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

/* Linux counts it in KiB: getrusage(2). */
static long peak_kib(void)
{
	struct rusage usage;

	return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

void stages_begin(struct stages *stages)
{
	stages->since = now();
}

static void add(struct stages *stages, struct arena *arena, struct record_stage stage, long peak)
{
	stages->items = arena_grow(arena, stages->items, stages->count, &stages->capacity,
				   sizeof(*stages->items));
	stages->peaks_kib = arena_grow(arena, stages->peaks_kib, stages->count,
				       &stages->peaks_capacity, sizeof(*stages->peaks_kib));
	stages->items[stages->count] = stage;
	stages->peaks_kib[stages->count++] = peak;
}

void stages_end(struct stages *stages, struct arena *arena, const char *name)
{
	double end = now();

	add(stages, arena, (struct record_stage){ name, end - stages->since }, peak_kib());
	stages->since = end;
}

static size_t position(const struct stages *stages, const char *name)
{
	size_t i = 0;

	while (i < stages->count && strcmp(stages->items[i].name, name) != 0)
		i++;
	return i;
}

void stages_add(struct stages *stages, struct arena *arena, const struct stages *others)
{
	for (size_t i = 0; i < others->count; i++) {
		size_t at = position(stages, others->items[i].name);

		if (at == stages->count) {
			add(stages, arena, others->items[i], others->peaks_kib[i]);
			continue;
		}
		stages->items[at].milliseconds += others->items[i].milliseconds;
		if (others->peaks_kib[i] > stages->peaks_kib[at])
			stages->peaks_kib[at] = others->peaks_kib[i];
	}
}

static void write_json(const struct stages *stages, struct buffer *out)
{
	for (size_t i = 0; i < stages->count; i++) {
		buffer_add_text(out, "{\"stage\":");
		json_add_text(out, stages->items[i].name);
		buffer_printf(out, ",\"milliseconds\":%.1f,\"peak_mib\":%.1f}\n",
			      stages->items[i].milliseconds, (double)stages->peaks_kib[i] / 1024);
	}
}

static void write_line(struct buffer *out, const char *name, double milliseconds, double all,
		       long peak)
{
	buffer_printf(out, "%-14s %10.1f %7.1f%% %12.1f\n", name, milliseconds,
		      all > 0 ? 100 * milliseconds / all : 0, (double)peak / 1024);
}

void stages_write(const struct stages *stages, bool json, struct buffer *out)
{
	double all = 0;
	long peak = 0;

	if (json) {
		write_json(stages, out);
		return;
	}
	for (size_t i = 0; i < stages->count; i++) {
		all += stages->items[i].milliseconds;
		peak = stages->peaks_kib[i] > peak ? stages->peaks_kib[i] : peak;
	}
	buffer_printf(out, "%-14s %10s %8s %12s\n", "stage", "time, ms", "share", "peak, MiB");
	for (size_t i = 0; i < stages->count; i++)
		write_line(out, stages->items[i].name, stages->items[i].milliseconds, all,
			   stages->peaks_kib[i]);
	write_line(out, "all", all, all, peak);
}
