/*
 * matrix_title.c - the title of a matrix: how many of its indicators are worse in the most deprived areas, or
 * for the group that stands out. What could not be compared is not counted.
 */
#include "resolve/matrix.h"

/* How rows, or the rows of one group, compare. */
struct verdict_counts {
	size_t of[VERDICT_LOWER + 1];
	size_t rows; /* of all, compared or not */
};

static size_t judged(const struct verdict_counts *counts)
{
	return counts->of[VERDICT_BETTER] + counts->of[VERDICT_WORSE];
}

static size_t unjudged(const struct verdict_counts *counts)
{
	return counts->of[VERDICT_HIGHER] + counts->of[VERDICT_LOWER];
}

/* Which verdict a title tells of: where some figures can be judged, of those. */
static enum verdict leading(const struct verdict_counts *counts)
{
	enum verdict first = judged(counts) > 0 ? VERDICT_WORSE : VERDICT_HIGHER;
	enum verdict second = judged(counts) > 0 ? VERDICT_BETTER : VERDICT_LOWER;

	return counts->of[second] > counts->of[first] ? second : first;
}

/* Those that the leading one is counted among; those without a better direction are none of them. */
static size_t counted_among(const struct verdict_counts *counts)
{
	return counts->of[VERDICT_SIMILAR] +
	       (judged(counts) > 0 ? judged(counts) : unjudged(counts));
}

static const char *indicators_word(const struct matrix *matrix, const struct verdict_counts *counts)
{
	enum string_id id = STRING_SUMMARY_INDICATORS;

	if (judged(counts) > 0 && unjudged(counts) > 0)
		id = STRING_SUMMARY_INDICATORS_JUDGED;
	else if (counted_among(counts) < counts->rows)
		id = STRING_SUMMARY_INDICATORS_COMPARED;
	return word_of(matrix->resolver, id);
}

const char *matrix_verdict_words(const struct resolver *resolver, enum verdict verdict)
{
	static const enum string_id ids[] = {
		[VERDICT_SIMILAR] = STRING_WORD_SIMILAR, [VERDICT_BETTER] = STRING_WORD_BETTER,
		[VERDICT_WORSE] = STRING_WORD_WORSE,     [VERDICT_HIGHER] = STRING_WORD_HIGHER,
		[VERDICT_LOWER] = STRING_WORD_LOWER,
	};

	return verdict == VERDICT_NOT_COMPARED ? NULL : word_of(resolver, ids[verdict]);
}

static const char *neutral_title(const struct matrix *matrix)
{
	const struct words *words = &matrix->resolver->words;
	const struct placeholder parts[] = {
		{ "m", words_number(words, (double)matrix->row_count, 0) },
		{ "name", words_capital(words, matrix->rows[0].view.indicator->short_name) },
		{ "phrase", matrix->rows[0].view.classification->phrase },
		{ 0 },
	};

	return words_fill(
		words, matrix->row_count == 1 ? STRING_TABLE_TITLE : STRING_SUMMARY_TITLE_NEUTRAL,
		parts);
}

/* ids: of some, all and both of several indicators. */
static const char *counted_title(const struct matrix *matrix, const struct verdict_counts *counts,
				 const enum string_id ids[3], const char *group)
{
	const struct words *words = &matrix->resolver->words;
	const struct classification *classification = matrix->rows[0].view.classification;
	enum verdict verdict = leading(counts);
	size_t n = counts->of[verdict], m = counted_among(counts);
	const struct placeholder parts[] = {
		{ "n", words_number(words, (double)n, 0) },
		{ "m", words_number(words, (double)m, 0) },
		{ "indicators", indicators_word(matrix, counts) },
		{ "word", matrix_verdict_words(matrix->resolver, verdict) },
		{ "most", classification->most },
		{ "group", group },
		{ 0 },
	};

	if (n == m)
		return words_fill(words, ids[m == 2 ? 2 : 1], parts);
	return words_fill(words, strings_counted(words->strings, ids[0], n), parts);
}

static const char *title_of_ends(const struct matrix *matrix)
{
	static const enum string_id ids[] = { STRING_SUMMARY_TITLE_SOME_OTHER,
					      STRING_SUMMARY_TITLE_ALL, STRING_SUMMARY_TITLE_BOTH };
	const struct classification *classification = matrix->rows[0].view.classification;
	struct verdict_counts counts = { .rows = matrix->row_count };
	const struct placeholder parts[] = { { "most", classification->most },
					     { "least", classification->least },
					     { 0 } };

	for (size_t i = 0; i < matrix->row_count; i++)
		counts.of[matrix->rows[i].ends]++;
	if (counted_among(&counts) < 2)
		return neutral_title(matrix);
	matrix->resolver->compared |= COMPARED_PAIR;
	if (counts.of[leading(&counts)] == 0)
		return words_fill(&matrix->resolver->words, STRING_SUMMARY_TITLE_NO_DIFFERENCE,
				  parts);
	return counted_title(matrix, &counts, ids, "");
}

static struct verdict_counts counts_of_group(const struct matrix *matrix, size_t column)
{
	struct verdict_counts counts = { .rows = matrix->row_count };

	for (size_t i = 0; i < matrix->row_count; i++)
		counts.of[matrix->rows[i].cells[column].verdict]++;
	return counts;
}

static const enum string_id group_titles[] = { STRING_SUMMARY_TITLE_GROUP,
					       STRING_SUMMARY_TITLE_GROUP_ALL,
					       STRING_SUMMARY_TITLE_GROUP_BOTH };

/* The groups that stand out on most rows: the first two of them, and how many there are. */
struct leaders {
	struct verdict_counts counts; /* of the first */
	size_t columns[2], count, most;
};

static struct leaders find_leaders(const struct matrix *matrix)
{
	struct leaders leaders = { 0 };

	for (size_t i = 0; i < matrix->group_count; i++) {
		struct verdict_counts counts = counts_of_group(matrix, i);
		enum verdict unfavourable = judged(&counts) > 0 ? VERDICT_WORSE : VERDICT_HIGHER;
		size_t found = leading(&counts) == unfavourable ? counts.of[unfavourable] : 0;

		if (found > leaders.most)
			leaders = (struct leaders){ .counts = counts, .most = found };
		if (found < leaders.most || found == 0)
			continue;
		if (leaders.count < 2)
			leaders.columns[leaders.count] = i;
		leaders.count++;
	}
	return leaders;
}

/* Of two that stand out on as many rows, those rows count on which both do. */
static void count_together(const struct matrix *matrix, struct leaders *leaders)
{
	enum verdict verdict = leading(&leaders->counts);
	size_t together = 0;

	for (size_t i = 0; i < matrix->row_count; i++)
		together += matrix->rows[i].cells[leaders->columns[0]].verdict == verdict &&
			    matrix->rows[i].cells[leaders->columns[1]].verdict == verdict;
	/* The other rows stay among those that were compared. */
	leaders->counts.of[VERDICT_SIMILAR] += leaders->most - together;
	leaders->counts.of[verdict] = leaders->most = together;
}

/* A group, or two together, that stand out on more than half of the rows. */
static const char *title_of_groups(const struct matrix *matrix)
{
	const struct words *words = &matrix->resolver->words;
	struct view view = matrix->rows[0].view;
	struct leaders leaders = find_leaders(matrix);
	const struct view_group *groups[2] = { NULL };

	/* "Women" only where every row is about adults. */
	for (size_t i = 0; i < matrix->row_count; i++)
		if (!words_all_adults(words, matrix->rows[i].view.indicator))
			view.indicator = matrix->rows[i].view.indicator;
	if (leaders.count == 2)
		count_together(matrix, &leaders);
	if (leaders.count == 0 || leaders.count > 2 || leaders.most < 2 ||
	    2 * leaders.most <= counted_among(&leaders.counts))
		return neutral_title(matrix);
	for (size_t i = 0; i < leaders.count; i++)
		groups[i] = view_find_group(&view, matrix->groups[leaders.columns[i]]);
	return counted_title(matrix, &leaders.counts, group_titles,
			     leaders.count == 1 ? phrase_group(words, &view, groups[0])
						: phrase_group_pair(words, &view, groups));
}

const char *matrix_title(const struct matrix *matrix)
{
	if (matrix->row_count == 1)
		return neutral_title(matrix);
	return view_most(&matrix->rows[0].view) != NULL ? title_of_ends(matrix)
							: title_of_groups(matrix);
}
