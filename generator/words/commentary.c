#include "words/commentary.h"

#include <string.h>

#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/gap_trend.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

enum { SENTENCES_BY_RULE = 5, PEOPLE_KNOWN_ENOUGH = 98 };

#define BIT(comment) (1u << (comment))

static const char *const names[COMMENT_COUNT] = {
	[COMMENT_LEVEL] = "level",
	[COMMENT_COMPARISON] = "comparison",
	[COMMENT_SEVERAL_GROUPS] = "several-groups",
	[COMMENT_GAP] = "gap",
	[COMMENT_RATIO] = "ratio",
	[COMMENT_GRADIENT] = "gradient",
	[COMMENT_SLOPE] = "slope",
	[COMMENT_GAP_TREND] = "gap-trend",
	[COMMENT_ABSOLUTE_AND_RELATIVE] = "absolute-and-relative",
	[COMMENT_TREND] = "trend",
	[COMMENT_COMPLETENESS] = "completeness",
	[COMMENT_CAUTION] = "caution",
};

const char *comment_name(enum comment comment)
{
	return names[comment];
}

enum comment comment_find(const char *name)
{
	enum comment comment = COMMENT_LEVEL;

	while (comment < COMMENT_COUNT && strcmp(names[comment], name) != 0)
		comment++;
	return comment;
}

/* A commentary on its way. */
struct commenting {
	const struct words *words;
	const struct view *view, *compared, *first;
	const char *place;
	struct commentary_wish wish;
	bool rules;           /* nobody says what to tell */
	enum comparison ends; /* how the two ends compare; NONE: they have no order or no figures */
	struct commentary out;
};

static void add(struct commenting *commenting, enum comment about, const char *sentence)
{
	struct commentary *out = &commenting->out;

	if (sentence == NULL || sentence[0] == '\0' || out->count == commenting->wish.most)
		return;
	/* Two kinds may fall back on the same words. */
	for (size_t i = 0; i < out->count; i++)
		if (strcmp(out->sentences[i].text, sentence) == 0)
			return;
	out->sentences[out->count++] = (struct comment_sentence){ about, sentence };
}

static bool wants(const struct commenting *commenting, enum comment comment)
{
	return (commenting->wish.wanted & BIT(comment)) != 0;
}

static bool is_ordered(const struct view *view)
{
	return view_most(view) != NULL;
}

/* -- the two ends ------------------------------------------------------------------------------- */

/* In other words than the title of a chart, which has "rose step by step". */
static const char *gradient(const struct commenting *commenting)
{
	const struct words *words = commenting->words;
	const struct view *view = commenting->view;
	const char *highest;
	int steps = phrase_steps(view);

	if (view->ordinary < 3 || !phrase_all_shown(view))
		return NULL;
	highest = phrase_highest(words, view);
	if (steps == 0)
		return words_fill(words,
				  highest == NULL ? STRING_PHRASE_NO_STEPS_BARE
						  : STRING_PHRASE_HIGHEST_IN,
				  (struct placeholder[]){ { "groups", highest }, { 0 } });
	return words_fill(
		words, steps > 0 ? STRING_PHRASE_EACH_STEP_HIGHER : STRING_PHRASE_EACH_STEP_LOWER,
		(struct placeholder[]){ { "noun", view->classification->group_noun }, { 0 } });
}

/* What follows when one end is clearly higher than the other. */
static void add_size(struct commenting *commenting)
{
	const struct words *words = commenting->words;
	const struct view *view = commenting->view;
	struct value gap = view_measure(view, MEASURE_GAP);

	if (wants(commenting, COMMENT_GAP) && gap.state == VALUE_SHOWN)
		add(commenting, COMMENT_GAP, phrase_gap(words, view));
	if (wants(commenting, COMMENT_RATIO))
		add(commenting, COMMENT_RATIO, phrase_ratio(words, view));
	if (wants(commenting, COMMENT_GRADIENT))
		add(commenting, COMMENT_GRADIENT, gradient(commenting));
	/* A line that tells another story than the ends would need more than a sentence. */
	if (wants(commenting, COMMENT_SLOPE) && phrase_slope_direction(view) == commenting->ends)
		add(commenting, COMMENT_SLOPE, phrase_slope(words, view));
}

/* Of two ends that are similar now, one thing may be told: that they were not. */
static void add_gap_trend(struct commenting *commenting)
{
	const struct view *view = commenting->view;
	struct gap_trend trend = gap_trend_of(view->results, &view->key, MEASURE_GAP, NULL);
	bool similar = commenting->ends == COMPARISON_SIMILAR;

	if (trend.change == GAP_CHANGE_UNKNOWN || (similar && trend.change != GAP_NARROWED))
		return;
	if (wants(commenting, COMMENT_GAP_TREND))
		add(commenting, COMMENT_GAP_TREND, phrase_gap_trend(commenting->words, view));
	if (wants(commenting, COMMENT_ABSOLUTE_AND_RELATIVE) && !similar)
		add(commenting, COMMENT_ABSOLUTE_AND_RELATIVE,
		    phrase_absolute_and_relative(commenting->words, view));
}

static void add_ends(struct commenting *commenting)
{
	const struct words *words = commenting->words;
	const struct view *view = commenting->view;

	if (wants(commenting, COMMENT_COMPARISON))
		add(commenting, COMMENT_COMPARISON,
		    phrase_comparison_at(words, view, commenting->wish.position));
	if (commenting->ends == COMPARISON_HIGHER || commenting->ends == COMPARISON_LOWER)
		add_size(commenting);
	if (commenting->ends != COMPARISON_NONE)
		add_gap_trend(commenting);
	else if (commenting->rules && view->total != NULL &&
		 view->total->value.state == VALUE_SHOWN)
		add(commenting, COMMENT_LEVEL, phrase_level(words, view, NULL));
}

/* -- groups without order ----------------------------------------------------------------------- */

static void add_groups(struct commenting *commenting)
{
	const struct words *words = commenting->words;

	if (commenting->view->ordinary == 2 && wants(commenting, COMMENT_COMPARISON))
		add(commenting, COMMENT_COMPARISON, phrase_two_groups(words, commenting->view));
	else if (wants(commenting, COMMENT_SEVERAL_GROUPS))
		add(commenting, COMMENT_SEVERAL_GROUPS,
		    phrase_several_groups_at(words, commenting->compared, commenting->place,
					     commenting->wish.position));
}

/* -- the rest ----------------------------------------------------------------------------------- */

/* NULL where there is no total to speak of. */
static const char *trend_of(const struct commenting *commenting)
{
	const struct result *total = commenting->view->total;
	const struct view *first = commenting->first;

	if (total == NULL || !value_is_shown(&total->value))
		return NULL;
	/* A first figure that cannot be told is no change. */
	if (first != NULL && (first->total == NULL || !value_is_shown(&first->total->value)))
		first = NULL;
	return phrase_trend(commenting->words, first, commenting->view, NULL);
}

/* A trend that ends with the figure tells the level too. */
static void add_level(struct commenting *commenting)
{
	const char *trend = NULL;

	if (!wants(commenting, COMMENT_LEVEL))
		return;
	if (wants(commenting, COMMENT_TREND))
		trend = trend_of(commenting);
	if (trend == NULL ||
	    strcmp(trend, phrase_recent_trend(commenting->words, commenting->view, NULL)) == 0)
		add(commenting, COMMENT_LEVEL,
		    phrase_level(commenting->words, commenting->view, NULL));
}

/* The caution of the first sentence is not repeated; several groups tell of theirs themselves. */
static void add_caution(struct commenting *commenting)
{
	const struct view *view = commenting->view;

	if (!wants(commenting, COMMENT_CAUTION))
		return;
	if (view->classification == NULL)
		add(commenting, COMMENT_CAUTION, phrase_caution(commenting->words, view, NULL));
	else if (is_ordered(view) && commenting->ends != COMPARISON_NONE)
		add(commenting, COMMENT_CAUTION, phrase_not_compared(commenting->words, view));
}

static void add_completeness(struct commenting *commenting)
{
	struct value known;

	if (!wants(commenting, COMMENT_COMPLETENESS) || commenting->view->classification == NULL)
		return;
	known = view_measure(commenting->view, MEASURE_COMPLETENESS);
	if (value_is_shown(&known))
		add(commenting, COMMENT_COMPLETENESS,
		    phrase_completeness(commenting->words, commenting->view));
}

/* What is told when nobody says what. */
static unsigned by_rule(const struct view *view)
{
	struct value known;
	unsigned wanted = BIT(COMMENT_CAUTION);

	if (view->classification == NULL)
		return wanted | BIT(COMMENT_LEVEL) | BIT(COMMENT_TREND);
	known = view_measure(view, MEASURE_COMPLETENESS);
	if (value_is_shown(&known) && known.estimate < PEOPLE_KNOWN_ENOUGH)
		wanted |= BIT(COMMENT_COMPLETENESS);
	/* A count by group says how large a group is. */
	if (!is_ordered(view) && !method_find(view->indicator->method)->compares)
		return wanted | BIT(COMMENT_LEVEL);
	if (!is_ordered(view))
		return wanted | BIT(COMMENT_COMPARISON) | BIT(COMMENT_SEVERAL_GROUPS);
	return wanted | BIT(COMMENT_COMPARISON) | BIT(COMMENT_GAP) | BIT(COMMENT_GRADIENT) |
	       BIT(COMMENT_GAP_TREND) | BIT(COMMENT_ABSOLUTE_AND_RELATIVE);
}

static enum comparison ends_of(const struct view *view)
{
	if (!is_ordered(view))
		return COMPARISON_NONE;
	return values_compare(&view_most(view)->value, &view_least(view)->value);
}

/* Where nothing that was asked for can be told. */
static void say_something(struct commenting *commenting)
{
	const struct words *words = commenting->words;

	if (commenting->out.count == 0)
		add(commenting, COMMENT_CAUTION,
		    phrase_no_comparison(words,
					 strings_text(words->strings, STRING_REASON_NO_FIGURE)));
}

struct commentary commentary_of(const struct words *words, const struct view *view,
				const struct view *compared, const char *place,
				const struct view *first, struct commentary_wish wish)
{
	struct commenting commenting = {
		.words = words,
		.view = view,
		.compared = compared,
		.first = first,
		.place = place,
		.wish = wish,
		.rules = wish.wanted == 0,
		.ends = ends_of(view),
	};

	if (wish.wanted == 0)
		commenting.wish.wanted = by_rule(view);
	if (wish.most == 0)
		commenting.wish.most = SENTENCES_BY_RULE;
	add_level(&commenting);
	if (is_ordered(view))
		add_ends(&commenting);
	else if (view->classification != NULL && view->ordinary > 0)
		add_groups(&commenting);
	if (wants(&commenting, COMMENT_TREND))
		add(&commenting, COMMENT_TREND, trend_of(&commenting));
	add_completeness(&commenting);
	add_caution(&commenting);
	say_something(&commenting);
	return commenting.out;
}
