/*
 * diff_text.c - what changed between two statements, for people at a terminal.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/number.h"
#include "run/diff_file.h"

/* A heading, and what is under it. */
static const struct {
	enum change_kind kind;
	const char *heading;
} headings[] = {
	{ CHANGE_INDICATOR_NEW, "New indicators" },
	{ CHANGE_INDICATOR_DROPPED, "Indicators that are no longer there" },
	{ CHANGE_INDICATOR_RENAMED, "Indicators with another name" },
	{ CHANGE_REVISED, "Figures revised for the same period [r]" },
	{ CHANGE_HIDDEN, "Shown then, hidden now [c]" },
	{ CHANGE_UNHIDDEN, "Hidden then [c], shown now" },
	{ CHANGE_GONE, "Shown then, not available or not applicable now" },
	{ CHANGE_THERE, "Not available or not applicable then, shown now" },
	{ CHANGE_MARKED, "Uncertain now [u]" },
	{ CHANGE_UNMARKED, "No longer uncertain" },
	{ CHANGE_GAP, "Gaps between the most and the least deprived group" },
	{ CHANGE_EXTREMES, "Gaps between the highest and the lowest group" },
	{ CHANGE_TOTAL, "Totals" },
};

static const char *const moves[] = {
	[MOVE_NONE] = "",
	[MOVE_WIDENED] = "widened",
	[MOVE_NARROWED] = "narrowed",
	[MOVE_TURNED] = "went over to the other side",
	[MOVE_UP] = "up",
	[MOVE_DOWN] = "down",
	[MOVE_NOT_CLEAR] = "no clear change",
	[MOVE_NOT_COMPARED] = "not compared",
};

static const char *const obstacles[OBSTACLE_COUNT] = {
	[OBSTACLE_NONE] = "",
	[OBSTACLE_HIDDEN] = "one is hidden",
	[OBSTACLE_MISSING] = "one is missing",
	[OBSTACLE_UNRELIABLE] = "one rests on small numbers",
	[OBSTACLE_INTERVAL] = "one has no interval",
	[OBSTACLE_METHOD] = "worked out in another way",
	[OBSTACLE_OVERLAP] = "the periods share days",
	[OBSTACLE_SERIES] = "other groups or another area",
};

/* -- one change --------------------------------------------------------------------------------- */

/* "QNV, deprivation-quintile 1 most deprived, female, gap" */
static void add_place(struct buffer *out, const struct published_figure *figure, bool group)
{
	bool broken = strcmp(figure->dimension, "all") != 0;

	buffer_printf(out, ", %s", figure->organisation);
	if (broken)
		buffer_printf(out, ", %s", figure->dimension);
	if (broken && group && strcmp(figure->group, "all") != 0)
		buffer_printf(out, " %s", figure->group);
	if (strcmp(figure->sex, "all") != 0)
		buffer_printf(out, ", %s", figure->sex);
	if (strcmp(figure->measure, "value") != 0)
		buffer_printf(out, ", %s", figure->measure);
}

static const char *printed(struct arena *arena, const struct published_figure *figure)
{
	char text[NUMBER_TEXT_MAX];

	if (figure->printed[0] != '\0')
		return figure->printed;
	number_shortest(figure->value.estimate, text);
	return arena_strdup(arena, text);
}

/* Two that print alike differ in digits that are not printed, or in their counts. */
static void add_revision(struct arena *arena, const struct change *change, struct buffer *out)
{
	const struct published_figure *before = change->before, *now = change->now;
	const struct quantity *then = &before->numerator, *later = &now->numerator;
	const char *old = printed(arena, before), *new = printed(arena, now);

	add_place(out, now, true);
	buffer_printf(out, ", %s: ", now->period.code);
	if (strcmp(old, new) != 0) {
		buffer_printf(out, "%s, now %s [r]", old, new);
		return;
	}
	if (quantity_is_shown(then) && quantity_is_shown(later) && then->number != later->number) {
		buffer_printf(out, "%s as before, of %.15g events, now of %.15g [r]", new,
			      then->number, later->number);
		return;
	}
	buffer_printf(out, "%s as before, other digits that are not printed [r]", new);
}

static void add_move(struct arena *arena, const struct change *change, struct buffer *out)
{
	const struct published_figure *before = change->before, *now = change->now;

	add_place(out, now, false);
	if (change->kind == CHANGE_EXTREMES)
		buffer_printf(out, ": %s (%s) to %s (%s) in %s, %s (%s) to %s (%s) in %s: %s",
			      printed(arena, change->before_low), change->before_low->group,
			      printed(arena, before), before->group, before->period.code,
			      printed(arena, change->now_low), change->now_low->group,
			      printed(arena, now), now->group, now->period.code,
			      moves[change->move]);
	else
		buffer_printf(out, ": %s in %s, %s in %s: %s", printed(arena, before),
			      before->period.code, printed(arena, now), now->period.code,
			      moves[change->move]);
}

static void add_change(struct arena *arena, const struct change *change, struct buffer *out)
{
	buffer_printf(out, "  %s", change->indicator);
	if (change->kind == CHANGE_INDICATOR_RENAMED) {
		buffer_printf(out, ": \"%s\", now \"%s\"", change->former_name, change->name);
	} else if (change->now == NULL) {
		buffer_printf(out, "%s%s", change->name[0] == '\0' ? "" : " ", change->name);
	} else if (change->kind == CHANGE_REVISED) {
		add_revision(arena, change, out);
	} else if (change->kind >= CHANGE_GAP) {
		add_move(arena, change, out);
	} else {
		add_place(out, change->now, true);
		buffer_printf(out, ", %s", change->now->period.code);
	}
	buffer_add_char(out, '\n');
}

/* -- all of a kind ------------------------------------------------------------------------------ */

/* Measures over groups follow from the figures of groups; they are counted where those are listed. */
static bool is_listed(const struct change *change)
{
	return diff_is_change(change) &&
	       (change->kind != CHANGE_REVISED || strcmp(change->now->measure, "value") == 0);
}

static size_t count_of(const struct changes *changes, enum change_kind kind, enum change_move move)
{
	size_t count = 0;

	for (size_t i = 0; i < changes->count; i++)
		count += changes->items[i].kind == kind && changes->items[i].move == move;
	return count;
}

static void add_obstacles(const struct changes *changes, enum change_kind kind, struct buffer *out)
{
	size_t counts[OBSTACLE_COUNT] = { 0 };
	const char *between = "";

	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].kind == kind)
			counts[changes->items[i].obstacle]++;
	buffer_printf(out, "  not compared: %zu (", count_of(changes, kind, MOVE_NOT_COMPARED));
	for (int i = OBSTACLE_NONE + 1; i < OBSTACLE_COUNT; i++)
		if (counts[i] > 0) {
			buffer_printf(out, "%s%zu: %s", between, counts[i], obstacles[i]);
			between = "; ";
		}
	buffer_add_text(out, ")\n");
}

static void add_kind(const struct changes *changes, size_t heading, struct arena *arena,
		     struct buffer *out)
{
	enum change_kind kind = headings[heading].kind;
	size_t listed = 0, all = 0, unclear = count_of(changes, kind, MOVE_NOT_CLEAR);

	for (size_t i = 0; i < changes->count; i++) {
		all += changes->items[i].kind == kind;
		listed += changes->items[i].kind == kind && is_listed(&changes->items[i]);
	}
	if (all == 0)
		return;
	buffer_printf(out, "%s: %zu\n", headings[heading].heading, listed);
	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].kind == kind && is_listed(&changes->items[i]))
			add_change(arena, &changes->items[i], out);
	if (kind == CHANGE_REVISED && all > listed)
		buffer_printf(out, "  and %zu measures that are worked out from groups\n",
			      all - listed);
	if (unclear > 0)
		buffer_printf(out, "  no clear change: %zu\n", unclear);
	if (count_of(changes, kind, MOVE_NOT_COMPARED) > 0)
		add_obstacles(changes, kind, out);
	buffer_add_char(out, '\n');
}

static void add_head(const struct changes *changes, const struct published *before,
		     const struct published *now, struct buffer *out)
{
	buffer_printf(out, "old: %s, %zu indicators, %zu figures\n", before->file,
		      before->indicator_count, before->count);
	buffer_printf(out, "new: %s, %zu indicators, %zu figures, %zu of them in both\n", now->file,
		      now->indicator_count, now->count, changes->figures);
	if (changes->runs_backwards)
		buffer_add_text(out, "The new file ends before the old one: are they the right way "
				     "round?\n");
	if (!changes->names_compared)
		buffer_add_text(out, "Names of indicators are not compared: a file lacks them.\n");
	buffer_add_char(out, '\n');
}

void diff_write_text(const struct changes *changes, const struct published *before,
		     const struct published *now, struct arena *arena, struct buffer *out)
{
	add_head(changes, before, now, out);
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		add_kind(changes, i, arena, out);
	if (changes->count == 0)
		buffer_add_text(out, "Nothing changed.\n");
}
