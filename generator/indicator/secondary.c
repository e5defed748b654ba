#include "indicator/secondary.h"

#include "model/dataset.h"

/* Cells that add up, seen one after the other. */
struct line {
	size_t hidden;
	double sum; /* of the hidden ones */
	bool sum_known;
	struct secondary_cell *next; /* to be hidden next; NULL for none */
	bool next_is_cheap;
};

static struct line line_new(void)
{
	return (struct line){ .sum_known = true };
}

/* The smallest is hidden next, among those that cost no further figure if there are any. */
static void line_add(struct line *line, struct secondary_cell *cell, bool beside_hidden)
{
	bool cheap = beside_hidden || cell->lost;
	bool better = line->next == NULL || cheap > line->next_is_cheap ||
		      (cheap == line->next_is_cheap && cell->number < line->next->number);

	if (cell->hidden) {
		line->hidden++;
		line->sum += cell->number;
		line->sum_known = line->sum_known && cell->known;
	} else if (cell->known && cell->number > 0 && better) {
		line->next = cell;
		line->next_is_cheap = cheap;
	}
}

/*
 * Hides the next smallest cell when the line gives a hidden number away: a single one is the whole less the
 * others, and several whose sum is as small as it can be are all as small as they can be. A hidden whole is
 * the sum of its parts unless one of them is hidden too. True when a cell was hidden.
 */
static bool line_protect(struct line *line, const struct disclosure_rule *rule, bool whole_hidden)
{
	bool exposed = whole_hidden ? line->hidden == 0
				    : line->hidden == 1 ||
					      (line->hidden > 1 && line->sum_known &&
					       line->sum <= (double)line->hidden * rule->hide_from);

	if (!exposed || line->next == NULL)
		return false;
	line->next->hidden = true;
	return true;
}

/*
 * The sexes of every group that has a figure for both. Where one is hidden all are: with three of them (people
 * of unknown sex) two hidden ones could still follow from several lines taken together.
 */
static bool protect_sexes(const struct disclosure_rule *rule, struct secondary_cell *cells,
			  size_t count)
{
	bool changed = false;

	for (size_t i = 0, end; i < count; i = end) {
		struct line line = line_new();

		for (end = i + 1; end < count && cells[end].group == cells[i].group; end++)
			line_add(&line, &cells[end], false);
		if (cells[i].sex != SEX_ALL || end - i == 1)
			continue;
		changed = line_protect(&line, rule, cells[i].hidden) || changed;
		for (size_t j = i + 1; line.hidden > 0 && j < end; j++) {
			bool hides = cells[j].known && cells[j].number > 0 && !cells[j].hidden;

			cells[j].hidden = cells[j].hidden || hides;
			changed = changed || hides;
		}
	}
	return changed;
}

/* True when a sex of the same group is hidden. */
static bool is_beside_hidden(const struct secondary_cell *cells, size_t count, size_t at)
{
	size_t first = at;

	while (first > 0 && cells[first - 1].group == cells[at].group)
		first--;
	for (size_t i = first; i < count && cells[i].group == cells[at].group; i++)
		if (i != at && cells[i].sex != SEX_ALL && cells[i].hidden)
			return true;
	return false;
}

static bool protect_groups(const struct disclosure_rule *rule, struct secondary_cell *cells,
			   size_t count, int sex, bool whole_hidden)
{
	struct line line = line_new();

	for (size_t i = 0; i < count; i++)
		if (cells[i].sex == sex)
			line_add(&line, &cells[i],
				 sex != SEX_ALL && is_beside_hidden(cells, count, i));
	return line_protect(&line, rule, whole_hidden);
}

void secondary_hide(const struct disclosure_rule *rule, struct secondary_cell *cells, size_t count,
		    const bool *whole_hidden, size_t whole_count)
{
	int sexes = 0;
	bool changed = rule != NULL && rule->secondary;

	for (size_t i = 0; i < count; i++)
		if (cells[i].sex + 1 > sexes)
			sexes = cells[i].sex + 1;
	while (changed) {
		changed = protect_sexes(rule, cells, count);
		for (int sex = SEX_ALL; sex < sexes; sex++) {
			size_t place = (size_t)(sex + 1);

			changed = protect_groups(rule, cells, count, sex,
						 place < whole_count && whole_hidden[place]) ||
				  changed;
		}
	}
}
