/*
 * phrases.h - sentences made by rule from results.
 *
 * Rules: a difference is spoken of by the interval of the difference, never by overlap of two intervals;
 *        nothing is said of causes; nothing is compared when one side is hidden, missing or unreliable:
 *        a sentence that says so takes its place. The same results give the same words.
 * Sentences end with a full stop; titles have none.
 */
#ifndef GRADIENT_WORDS_PHRASES_H
#define GRADIENT_WORDS_PHRASES_H

#include "model/view.h"
#include "words/format.h"

/* What "higher", "lower" and "similar" mean in the sentences below, in the register of the report. */
const char *phrase_introduction(const struct words *words);

/* "The rate of ... in the most deprived areas was 8,460 in 2024 to 2025." group NULL: the total. */
const char *phrase_level(const struct words *words, const struct view *view,
			 const struct view_group *group);

/* "The rate of ... was higher in the most deprived areas (8,460) than in the least deprived areas (5,390)." */
const char *phrase_comparison(const struct words *words, const struct view *view);

/* The same in one of several shapes, so that sentences that follow each other do not all begin alike. */
enum { PHRASE_SHAPES = 3 };
const char *phrase_comparison_at(const struct words *words, const struct view *view,
				 size_t position);

/* "The gap was 3,070 per 100,000 people aged under 18." */
const char *phrase_gap(const struct words *words, const struct view *view);

/* "The rate of ... was 1.6 times as high in the most deprived areas as in the least deprived areas." */
const char *phrase_ratio(const struct words *words, const struct view *view);

/* "The rate of ... rose step by step from the least to the most deprived fifth." */
const char *phrase_gradient(const struct words *words, const struct view *view);

/*
 * "Compared with all people (7,030), the rate of ... was higher for the ... ethnic groups and lower for
 * ...; the others were similar." Groups that could not be compared are counted, never called similar.
 * place: the body whose total the groups are compared with; NULL for their own.
 */
const char *phrase_several_groups(const struct words *words, const struct view *view,
				  const char *place);
const char *phrase_several_groups_at(const struct words *words, const struct view *view,
				     const char *place, size_t position);

/*
 * "The rate of ... in the most deprived areas went from 6,010 in 2020 to 2021 to 8,460 in 2024 to 2025."
 * Both groups NULL: the total.
 */
const char *phrase_change(const struct words *words, const struct view *first,
			  const struct view_group *first_group, const struct view *last,
			  const struct view_group *last_group);

/*
 * "The rate of ... fell from 6,010 to 5,460 over the five years to March 2025, which is better." Without a
 * clear trend that is said; where none can be told it is the change since the first view (NULL: why none can).
 */
const char *phrase_trend(const struct words *words, const struct view *first,
			 const struct view *view, const struct view_group *group);

/*
 * "Over the five years to March 2025, the rate of ... rose, which is worse.", "... there was no clear trend
 * in ...", or why none can be told. group NULL: the total.
 */
const char *phrase_recent_trend(const struct words *words, const struct view *view,
				const struct view_group *group);

/* "Across the whole population, the estimated difference between the two ends ... was 3,400 per 100,000 people." */
const char *phrase_slope(const struct words *words, const struct view *view);

/* The number of a difference with its unit in few words: "3,070 per 100,000", "14 percentage points". */
const char *phrase_with_short_unit(const struct words *words, const struct view *view,
				   const char *difference);

/*
 * "Over the five years to March 2025, the gap narrowed from 14 to 8.1 percentage points.", by the rule of
 * indicator/gap_trend.h; with fewer years the first and the last gap, without such a word.
 */
const char *phrase_gap_trend(const struct words *words, const struct view *view);

/* That gap and ratio did not change alike; "" when they did, or it cannot be told. */
const char *phrase_absolute_and_relative(const struct words *words, const struct view *view);

/*
 * What must be known of a figure before it is used: that it is hidden, or of low reliability; "" when there
 * is nothing. group NULL: the total.
 */
const char *phrase_caution(const struct words *words, const struct view *view,
			   const struct view_group *group);

/* "No comparison is made for fifths 2 and 3 (hidden)."; "" when every group of the view is shown. */
const char *phrase_not_compared(const struct words *words, const struct view *view);

/*
 * "... was higher for females (46%) than for males (38%).": of a view of two groups without order, the higher
 * first. What stands in the way where they cannot be compared.
 */
const char *phrase_two_groups(const struct words *words, const struct view *view);

/*
 * "Ethnic group was recorded for 94.1% of admissions; 12 admissions (5.9%) had none recorded and are shown as
 * not known."
 */
const char *phrase_completeness(const struct words *words, const struct view *view);

/* +1 when every one of two or more steps from the least to the most deprived group goes up, -1 down, else 0. */
int phrase_steps(const struct view *view);

/* "the most deprived areas", "fifth 2", "females", "the Indian ethnic group". */
const char *phrase_group(const struct words *words, const struct view *view,
			 const struct view_group *group);

/* "the Black and Mixed ethnic groups", "fifths 1 and 2", "females and males". */
const char *phrase_group_pair(const struct words *words, const struct view *view,
			      const struct view_group *const groups[2]);

/*
 * "The ethnic group is not known for 227,215 of 2,614,430 appointments; they count in the overall figure but in no
 * ethnic group.": where so many do that comparisons with the total suffer; "" where few do, or what is shown does not tell.
 */
const char *phrase_outside(const struct words *words, const struct view *view);

/* Why groups that all lie on one side of the total are not compared with it, and what the total has beyond them. */
const char *phrase_one_sided(const struct words *words, const struct view *view);

/* How many groups are higher and lower than the total; uncompared: hidden, missing or unreliable. */
struct group_counts {
	size_t higher, lower, similar, compared, uncompared;
};
struct group_counts phrase_count_groups(const struct view *view);

/* Title of a chart or table of one breakdown, at most 15 words; place as above. */
const char *title_of_view(const struct words *words, const struct view *view, const char *place);

/* What is shown and nothing of what it says: "Share of waits, by sex". */
const char *title_neutral(const struct words *words, const struct view *view, enum measure measure);

/* "share of waits", "number of waits" where that is shown and not the value; "" for the value. */
const char *measure_in_words(const struct words *words, const struct indicator *indicator,
			     enum measure measure);

/*
 * "Figures from 2.2% (White) to 8.1% (Black)"; "" when fewer than two groups have one. Those of low reliability are no
 * ends of it: beside them it is one of reliable figures.
 */
const char *range_of_view(const struct words *words, const struct view *view, enum measure measure,
			  int decimals);

/* "a", "a and b", "a, b and c". */
const char *names_joined(const struct words *words, const char *const *names, size_t count);

/*
 * Title of a chart over time: what happened at the most deprived end, or to the total where that alone is drawn. Of
 * groups without an order it tells of the total where that is drawn beside them, else what is shown.
 */
const char *title_of_change(const struct words *words, const struct view *first,
			    const struct view *last, bool total_is_drawn);

/*
 * Title of a chart of two series, such as sexes; labels are for the middle of a sentence. A group that one
 * of them lacks counts among those that do not differ.
 */
struct pair_labels {
	const char *first, *second;
	bool are_times;
};
const char *title_of_pair(const struct words *words, const struct view *first,
			  const struct view *second, struct pair_labels labels);

/*
 * A difference with its unit: "3.2 percentage points", "3,070 per 100,000 people", "5.7 years"; bare
 * when it has none.
 */
const char *phrase_with_unit(const struct words *words, const struct view *view,
			     const char *difference);

/* "the rate", "the percentage", "the number": a short subject. */
const char *short_subject(const struct words *words, const struct indicator *indicator);

#endif
