/*
 * changes_table.c - the table of what changed since an earlier statement.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/changes_parts.h"
#include "resolve/written.h"

enum { INDICATOR, WHAT, THEN, NOW, COLUMNS };

/* What a change is called; STRING_COUNT for one that the table does not tell. */
static enum string_id what_of(const struct change *change)
{
	static const enum string_id kinds[CHANGE_KIND_COUNT] = {
		[CHANGE_INDICATOR_NEW] = STRING_CHANGES_WHAT_NEW,
		[CHANGE_INDICATOR_DROPPED] = STRING_CHANGES_WHAT_DROPPED,
		[CHANGE_INDICATOR_RENAMED] = STRING_CHANGES_WHAT_RENAMED,
		[CHANGE_REVISED] = STRING_CHANGES_WHAT_REVISED,
		[CHANGE_HIDDEN] = STRING_CHANGES_WHAT_HIDDEN,
		[CHANGE_UNHIDDEN] = STRING_CHANGES_WHAT_SHOWN,
		[CHANGE_GONE] = STRING_CHANGES_WHAT_GONE,
		[CHANGE_THERE] = STRING_CHANGES_WHAT_THERE,
		[CHANGE_MARKED] = STRING_COUNT,
		[CHANGE_UNMARKED] = STRING_COUNT,
		[CHANGE_TOTAL] = STRING_COUNT,
	};
	static const enum string_id moves[][3] = {
		{ STRING_CHANGES_WHAT_GAP_WIDENED, STRING_CHANGES_WHAT_GAP_NARROWED,
		  STRING_CHANGES_WHAT_GAP_TURNED },
		{ STRING_CHANGES_WHAT_RATIO_WIDENED, STRING_CHANGES_WHAT_RATIO_NARROWED,
		  STRING_CHANGES_WHAT_RATIO_TURNED },
		{ STRING_CHANGES_WHAT_EXTREMES_WIDENED, STRING_CHANGES_WHAT_EXTREMES_NARROWED,
		  STRING_COUNT },
	};
	size_t of = change->kind == CHANGE_EXTREMES ? 2 : 0;

	if (change->kind != CHANGE_GAP && change->kind != CHANGE_EXTREMES)
		return kinds[change->kind];
	if (change->move < MOVE_WIDENED || change->move > MOVE_TURNED)
		return STRING_COUNT;
	if (change->kind == CHANGE_GAP && strcmp(change->now->measure, "ratio") == 0)
		of = 1;
	return moves[of][change->move - MOVE_WIDENED];
}

static const char *filled(const struct news *news, enum string_id id, const char *lowest,
			  const char *highest, const char *period)
{
	return words_fill(&news->resolver->words, id,
			  (struct placeholder[]){ { "lowest", lowest },
						  { "highest", highest },
						  { "group", lowest },
						  { "period", period },
						  { 0 } });
}

/* "1 most deprived, 2023 to 2024"; the period alone for totals. */
static const char *group_and_period(const struct news *news, const struct published_figure *figure)
{
	const char *period = news_period(news, figure), *group = figure->group;

	if (strcmp(group, "all") == 0)
		group = figure->sex;
	else if (strcmp(figure->sex, "all") != 0)
		group = filled(news, STRING_CHANGES_GROUP_AND_PERIOD, group, "", figure->sex);
	if (strcmp(group, "all") == 0)
		return period;
	return filled(news, STRING_CHANGES_GROUP_AND_PERIOD, group, "", period);
}

static struct text text_of(const struct news *news, const char *words)
{
	return shorthand_text(news->resolver, words);
}

static const char *printed(const struct news *news, const struct published_figure *figure)
{
	return figure->printed[0] != '\0'
		       ? figure->printed
		       : words_number(&news->resolver->words, figure->value.estimate, 1);
}

/* -- rows --------------------------------------------------------------------------------------- */

static struct table_cell *add_row(const struct news *news, struct table *table,
				  const struct change *change)
{
	struct table_cell *cells = written_row(news->resolver, table);

	cells[INDICATOR].text = text_of(news, news_name(news, change));
	cells[WHAT].text = text_of(news, word_of(news->resolver, what_of(change)));
	return cells;
}

/* The ratio of the same groups that changed clearly as well; NULL if there is none. */
static const struct change *ratio_of(const struct news *news, const struct change *gap)
{
	for (size_t i = 0; i < news->changes->count; i++) {
		const struct change *change = &news->changes->items[i];

		if (change->kind == CHANGE_GAP && what_of(change) != STRING_COUNT &&
		    strcmp(change->now->measure, "ratio") == 0 &&
		    strcmp(change->indicator, gap->indicator) == 0 &&
		    strcmp(change->now->dimension, gap->now->dimension) == 0)
			return change;
	}
	return NULL;
}

/* True of a ratio that stands in the row of its gap. */
static bool is_with_gap(const struct news *news, const struct change *ratio)
{
	for (size_t i = 0; i < news->changes->count; i++) {
		const struct change *change = &news->changes->items[i];

		if (change != ratio && change->kind == CHANGE_GAP &&
		    what_of(change) != STRING_COUNT && strcmp(change->now->measure, "gap") == 0 &&
		    ratio_of(news, change) == ratio)
			return true;
	}
	return false;
}

static void add_gap(const struct news *news, struct table *table, const struct change *change)
{
	const struct change *ratio =
		strcmp(change->now->measure, "gap") == 0 ? ratio_of(news, change) : NULL;
	const struct published_figure *figures[] = { change->before, change->now };
	const struct published_figure *ratios[] = { ratio == NULL ? NULL : ratio->before,
						    ratio == NULL ? NULL : ratio->now };
	struct table_cell *cells;

	if (is_with_gap(news, change))
		return;
	cells = add_row(news, table, change);
	if (ratio != NULL)
		cells[WHAT].detail = text_of(news, word_of(news->resolver, what_of(ratio)));
	for (size_t i = 0; i < 2; i++) {
		const char *period = news_period(news, figures[i]);

		cells[THEN + i].text = text_of(news, printed(news, figures[i]));
		cells[THEN + i].detail = text_of(
			news, ratio == NULL
				      ? period
				      : words_fill(&news->resolver->words, STRING_CHANGES_RATIO,
						   (struct placeholder[]){
							   { "ratio", printed(news, ratios[i]) },
							   { "period", period },
							   { 0 } }));
	}
}

static void add_extremes(const struct news *news, struct table *table, const struct change *change)
{
	const struct published_figure *highs[] = { change->before, change->now };
	const struct published_figure *lows[] = { change->before_low, change->now_low };
	struct table_cell *cells = add_row(news, table, change);

	for (size_t i = 0; i < 2; i++) {
		cells[THEN + i].text =
			text_of(news, filled(news, STRING_CHANGES_EXTREMES, printed(news, lows[i]),
					     printed(news, highs[i]), ""));
		cells[THEN + i].detail =
			text_of(news, filled(news, STRING_CHANGES_EXTREME_GROUPS, lows[i]->group,
					     highs[i]->group, news_period(news, highs[i])));
	}
}

static bool same_kind(const struct change *a, const struct change *b)
{
	return a->kind == b->kind && strcmp(a->indicator, b->indicator) == 0;
}

/* Figures of the kind and indicator that a change begins, which stand together. */
static size_t run_length(const struct news *news, size_t first)
{
	size_t count = 1;

	while (first + count < news->changes->count &&
	       same_kind(&news->changes->items[first], &news->changes->items[first + count]))
		count++;
	return count;
}

/* How many revisions of a run are told: measures over groups follow from these. */
static bool is_told(const struct change *change)
{
	return strcmp(change->now->measure, "value") == 0 &&
	       strcmp(change->before->printed, change->now->printed) != 0;
}

/* The first of a run, which is that of everybody where it was revised; the others are counted. */
static void add_revisions(const struct news *news, struct table *table, size_t first, size_t count)
{
	const struct placeholder none[] = { { 0 } };
	const struct change *shown = NULL;
	struct table_cell *cells;
	size_t told = 0;

	for (size_t i = first; i < first + count; i++)
		if (is_told(&news->changes->items[i]) && told++ == 0)
			shown = &news->changes->items[i];
	if (shown == NULL)
		return;
	cells = add_row(news, table, shown);
	cells[INDICATOR].detail = text_of(news, group_and_period(news, shown->now));
	cells[THEN].text = text_of(news, printed(news, shown->before));
	cells[NOW].text = text_of(news, printed(news, shown->now));
	if (told > 1)
		cells[WHAT].detail =
			text_of(news, words_counted(&news->resolver->words,
						    STRING_CHANGES_MORE_OTHER, told - 1, none));
}

/* The cell of a statement that has no such indicator. */
static void add_nothing(const struct news *news, struct table_cell *cell, struct state_set *states)
{
	states->not_applicable = true;
	cell->text = text_of(news, words_state(&news->resolver->words, VALUE_NOT_APPLICABLE));
}

/* What stands for the figures in the statement that has them not. */
static void fill_states(const struct news *news, struct table_cell *cells, enum change_kind kind,
			const char *figures)
{
	bool hidden = kind == CHANGE_HIDDEN || kind == CHANGE_UNHIDDEN;
	bool now = kind == CHANGE_UNHIDDEN || kind == CHANGE_THERE;
	const char *letter = words_state(&news->resolver->words,
					 hidden ? VALUE_SUPPRESSED : VALUE_NOT_AVAILABLE);

	cells[now ? THEN : NOW].text = text_of(news, letter);
	cells[now ? NOW : THEN].text = text_of(news, figures);
}

/* States of all figures of an indicator in one row: which they are would say little. */
static void add_states(const struct news *news, struct table *table, size_t first, size_t count)
{
	const struct placeholder none[] = { { 0 } };
	size_t values = 0;

	for (size_t i = first; i < first + count; i++)
		values += strcmp(news->changes->items[i].now->measure, "value") == 0;
	if (values > 0)
		fill_states(news, add_row(news, table, &news->changes->items[first]),
			    news->changes->items[first].kind,
			    words_counted(&news->resolver->words, STRING_CHANGES_FIGURES_OTHER,
					  values, none));
}

/* The last figure of everybody, beside an indicator that one of the statements has alone. */
static void add_last(const struct news *news, const struct published *published,
		     const char *indicator, struct table_cell *cell)
{
	const struct published_figure *last = NULL;
	const char *body = news->resolver->dataset->organisations[news->organisation].code;

	for (size_t i = 0; i < published->count; i++) {
		const struct published_figure *figure = &published->items[i];

		if (strcmp(figure->indicator, indicator) == 0 && published_is_total(figure) &&
		    strcmp(figure->organisation, body) == 0 &&
		    strcmp(figure->measure, "value") == 0 &&
		    (last == NULL || period_compare(&last->period, &figure->period) < 0))
			last = figure;
	}
	if (last == NULL)
		return;
	cell->text = text_of(news, printed(news, last));
	cell->detail = text_of(news, news_period(news, last));
}

static void add_run(const struct news *news, struct table *table, size_t first, size_t count,
		    struct state_set *states)
{
	const struct change *change = &news->changes->items[first];
	struct table_cell *cells;

	switch (change->kind) {
	case CHANGE_INDICATOR_RENAMED:
		cells = add_row(news, table, change);
		cells[THEN].text = text_of(news, change->former_name);
		cells[NOW].text = text_of(news, change->name);
		break;
	case CHANGE_REVISED:
		add_revisions(news, table, first, count);
		break;
	case CHANGE_INDICATOR_NEW:
		cells = add_row(news, table, change);
		add_last(news, news->now, change->indicator, &cells[NOW]);
		add_nothing(news, &cells[THEN], states);
		break;
	case CHANGE_INDICATOR_DROPPED:
		cells = add_row(news, table, change);
		add_last(news, news->earlier->published, change->indicator, &cells[THEN]);
		add_nothing(news, &cells[NOW], states);
		break;
	case CHANGE_HIDDEN:
	case CHANGE_UNHIDDEN:
	case CHANGE_GONE:
	case CHANGE_THERE:
		if (change->kind == CHANGE_HIDDEN || change->kind == CHANGE_UNHIDDEN)
			states->suppressed = true;
		else
			states->not_available = true;
		add_states(news, table, first, count);
		break;
	case CHANGE_GAP:
		add_gap(news, table, change);
		break;
	case CHANGE_EXTREMES:
		add_extremes(news, table, change);
		break;
	case CHANGE_MARKED:
	case CHANGE_UNMARKED:
	case CHANGE_TOTAL:
	case CHANGE_KIND_COUNT:
		break;
	}
}

struct table *news_table(const struct news *news, struct state_set *states)
{
	static const enum string_id headings[COLUMNS] = { STRING_METHODS_COLUMN_INDICATOR,
							  STRING_CHANGES_COLUMN_WHAT,
							  STRING_CHANGES_COLUMN_THEN,
							  STRING_CHANGES_COLUMN_NOW };
	static const double weights[COLUMNS] = { 6, 5, 5.5, 5.5 };
	struct table *table = written_table(news->resolver, headings, weights, COLUMNS);
	const struct changes *changes = news->changes;
	size_t run;

	table->dense = true;
	for (size_t i = 0; i < changes->count; i += run) {
		bool alone = changes->items[i].kind >= CHANGE_GAP;

		run = alone ? 1 : run_length(news, i);
		if (what_of(&changes->items[i]) != STRING_COUNT &&
		    news_tells(news, &changes->items[i]))
			add_run(news, table, i, run, states);
	}
	return table;
}
