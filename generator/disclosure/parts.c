#include "disclosure/parts.h"

#include "base/arena.h"

/* Not everybody knows it, or need know it. */
static bool is_open(const struct count *count)
{
	struct span span = problem_span(count);

	return span.lower < span.upper || (!count->hidden && count->may_hide);
}

static size_t root_of(size_t *heads, size_t count)
{
	while (heads[count] != count) {
		heads[count] = heads[heads[count]];
		count = heads[count];
	}
	return count;
}

/* The first count stands for all it hangs together with. */
static void join(size_t *heads, size_t a, size_t b)
{
	a = root_of(heads, a);
	b = root_of(heads, b);
	if (a < b)
		heads[b] = a;
	else
		heads[a] = b;
}

static size_t *find_heads(struct arena *arena, const struct problem *problem)
{
	size_t *heads = arena_array(arena, problem->count_count + 1, sizeof(*heads));

	for (size_t i = 0; i < problem->count_count; i++)
		heads[i] = i;
	for (size_t i = 0; i < problem->line_count; i++) {
		const struct line *line = &problem->lines[i];
		size_t before = problem->count_count;

		for (size_t j = line->first; j < line->first + line->length; j++) {
			size_t count = problem->terms[j].count;

			if (!is_open(&problem->counts[count]))
				continue;
			if (before < problem->count_count)
				join(heads, before, count);
			before = count;
		}
	}
	return heads;
}

/* What is being cut, and which part every count is in; count_count for none. */
struct cutting {
	const struct problem *problem;
	size_t *part_of;
	struct parts parts;
};

/* The part of a count that is open, or parts.count. */
static size_t part_at(const struct cutting *cutting, size_t count)
{
	if (!is_open(&cutting->problem->counts[count]) ||
	    cutting->part_of[count] >= cutting->parts.count)
		return cutting->parts.count;
	return cutting->part_of[count];
}

static size_t part_of_line(const struct cutting *cutting, const struct line *line)
{
	for (size_t i = line->first; i < line->first + line->length; i++) {
		size_t part = part_at(cutting, cutting->problem->terms[i].count);

		if (part < cutting->parts.count)
			return part;
	}
	return cutting->parts.count;
}

static void share_counts(struct arena *arena, struct cutting *cutting)
{
	size_t all = cutting->problem->count_count, used = 0;
	size_t *items = arena_array(arena, all + 1, sizeof(*items));
	size_t *next = arena_array(arena, cutting->parts.count + 1, sizeof(*next));

	for (size_t i = 0; i < all; i++)
		if (part_at(cutting, i) < cutting->parts.count)
			cutting->parts.items[part_at(cutting, i)].count++;
	for (size_t i = 0; i < cutting->parts.count; used += cutting->parts.items[i++].count) {
		cutting->parts.items[i].counts = &items[used];
		next[i] = used;
	}
	for (size_t i = 0; i < all; i++) {
		size_t part = part_at(cutting, i);

		if (part == cutting->parts.count)
			continue;
		cutting->parts.place_of[i] =
			next[part] - (size_t)(cutting->parts.items[part].counts - items);
		items[next[part]++] = i;
	}
}

static void share_lines(struct arena *arena, struct cutting *cutting)
{
	const struct problem *problem = cutting->problem;
	size_t used = 0;
	size_t *items = arena_array(arena, problem->line_count + 1, sizeof(*items));
	size_t *next = arena_array(arena, cutting->parts.count + 1, sizeof(*next));
	size_t *of = arena_array(arena, problem->line_count + 1, sizeof(*of));

	for (size_t i = 0; i < problem->line_count; i++) {
		of[i] = part_of_line(cutting, &problem->lines[i]);
		if (of[i] < cutting->parts.count)
			cutting->parts.items[of[i]].line_count++;
	}
	for (size_t i = 0; i < cutting->parts.count; used += cutting->parts.items[i++].line_count) {
		cutting->parts.items[i].lines = &items[used];
		next[i] = used;
	}
	for (size_t i = 0; i < problem->line_count; i++)
		if (of[i] < cutting->parts.count)
			items[next[of[i]]++] = i;
}

struct parts parts_of(struct arena *arena, const struct problem *problem)
{
	size_t all = problem->count_count;
	size_t *heads = find_heads(arena, problem);
	struct cutting cutting = {
		.problem = problem,
		.part_of = arena_array(arena, all + 1, sizeof(size_t)),
		.parts.place_of = arena_array(arena, all + 1, sizeof(size_t)),
	};

	for (size_t i = 0; i < all; i++)
		cutting.part_of[i] = all;
	for (size_t i = 0; i < all; i++)
		if (problem->counts[i].is_small && is_open(&problem->counts[i]) &&
		    cutting.part_of[root_of(heads, i)] == all)
			cutting.part_of[root_of(heads, i)] = cutting.parts.count++;
	for (size_t i = 0; i < all; i++)
		cutting.part_of[i] = cutting.part_of[root_of(heads, i)];
	cutting.parts.items =
		arena_array(arena, cutting.parts.count + 1, sizeof(*cutting.parts.items));
	share_counts(arena, &cutting);
	share_lines(arena, &cutting);
	return cutting.parts;
}
