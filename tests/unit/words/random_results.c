/*
 * Ten thousand result sets that look random: everything that is said of each keeps to the rules of wording, never
 * contradicts itself or the figures, and speaks of nothing that may not be compared.
 * Longer than others: the rules share what they know of a result set.
 */

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/gap_trend.h"
#include "indicator/key_findings.h"
#include "support/program.h"
#include "support/random_by_age.h"
#include "support/random_results.h"
#include "support/sentence_rules.h"
#include "support/trials.h"
#include "words/commentary.h"
#include "words/finding_words.h"

enum { REPORTS = TRIALS(9), INDICATORS = 24, RESULT_SETS = TRIALS(10000) };

enum { FAULTS_TOLD = 40 };

/* Faults found so far; of each kind one is told. */
struct faults {
	char told[FAULTS_TOLD][80];
	size_t told_count;
	unsigned count;
};

/* A result set and what is said of it. */
struct said {
	struct words words;
	const struct view *view;
	uint64_t seed;
	const char *kind, *text;
	struct faults *faults;
};

/* True when a fault of the kind was not told before. */
static bool is_new(struct faults *faults, const char *kind, const char *fault)
{
	char name[80];

	snprintf(name, sizeof(name), "%s %.30s", kind, fault);
	for (size_t i = 0; i < faults->told_count; i++)
		if (strcmp(faults->told[i], name) == 0)
			return false;
	if (faults->told_count == FAULTS_TOLD)
		return false;
	snprintf(faults->told[faults->told_count++], sizeof(name), "%s", name);
	return true;
}

static void complain(const struct said *said, const char *fault)
{
	const struct view *view = said->view;

	said->faults->count++;
	if (is_new(said->faults, said->kind, fault))
		cr_expect(false, "seed %llu, %s (%s) by %s, %s: %s\n    %s: %s",
			  (unsigned long long)said->seed, view->indicator->id,
			  view->indicator->method,
			  view->classification == NULL ? "nothing" : view->classification->id,
			  view->results->dataset->periods[view->key.period].code, fault, said->kind,
			  said->text);
}

/* -- every number is that of a figure ----------------------------------------------------------- */

enum { POOL_MOST = 4000 };

/* Figures that may be printed. */
struct pool {
	double numbers[POOL_MOST];
	size_t count;
};

static void put(struct pool *pool, double number)
{
	if (pool->count < POOL_MOST)
		pool->numbers[pool->count++] = number;
}

static void put_value(struct pool *pool, const struct value *value)
{
	if (value_is_shown(value)) {
		put(pool, value->estimate);
		put(pool, fabs(value->estimate));
	}
}

static void put_view(struct pool *pool, const struct view *view)
{
	struct value ratio, known;

	if (view->total != NULL)
		put_value(pool, &view->total->value);
	for (size_t i = 0; i < view->count; i++) {
		const struct result *result = view->groups[i].result;

		put_value(pool, &view->groups[i].value);
		if (result != NULL && quantity_is_shown(&result->numerator))
			put(pool, result->numerator.number);
		if (result != NULL && quantity_is_shown(&result->denominator))
			put(pool, result->denominator.number);
	}
	if (view->classification == NULL)
		return;
	ratio = view_measure(view, MEASURE_GAP);
	put_value(pool, &ratio);
	ratio = view_measure(view, MEASURE_SII);
	put_value(pool, &ratio);
	ratio = view_measure(view, MEASURE_RATIO);
	put_value(pool, &ratio);
	if (value_is_shown(&ratio))
		put(pool, 100 * fabs(ratio.estimate - 1));
	known = view_measure(view, MEASURE_COMPLETENESS);
	put_value(pool, &known);
	if (value_is_shown(&known))
		put(pool, 100 - known.estimate);
	/* Groups are counted: "higher for 3 of the 5", and the ratio "closer to 1". */
	for (size_t i = 0; i <= view->count; i++)
		put(pool, (double)i);
}

/* The same of every period that a sentence may go back to. */
static void put_series(struct pool *pool, struct arena *arena, const struct view *view)
{
	struct cell_key key = view->key;
	size_t count;

	put(pool, 1);
	for (key.period = 0; key.period <= view->key.period; key.period++) {
		struct cell_key all = key;
		struct view then;

		all.group = GROUP_ALL;
		if (results_groups(view->results, &all, &count) == NULL)
			continue;
		then = view_of(arena, view->results, &all);
		put_view(pool, &then);
	}
}

struct search {
	const struct pool *pool;
	bool unknown;
};

/* With the decimals printed, or with three figures. */
static bool is_rounding_of(double printed, unsigned decimals, double number)
{
	double step, rounded;

	/* Most figures are far from it, and rounding is slow. */
	if (fabs(number - printed) > fmax(0.51 * pow(10, -(double)decimals), 0.006 * fabs(number)))
		return false;
	rounded = number_round(number, decimals);
	if (fabs(rounded - printed) < 1e-9 * fmax(1, fabs(printed)))
		return true;
	if (decimals > 0 || fabs(number) < 1000)
		return false;
	step = pow(10, floor(log10(fabs(number))) - 2);
	return fabs(number_round(number / step, 0) * step - printed) < 1e-6 * fabs(printed);
}

static void look_up(double number, unsigned decimals, void *context)
{
	struct search *search = context;
	bool found = false;

	for (size_t i = 0; i < search->pool->count && !found; i++)
		found = is_rounding_of(number, decimals, search->pool->numbers[i]);
	search->unknown = search->unknown || !found;
}

/* Without names and reasons, which have numbers of their own: "20% of areas", "fewer than 10 events". */
static const char *without_names(const struct said *said)
{
	static const char *const steps[][2] = {
		{ "less than 0.0001", "0.0000" }, { "less than 0.001", "0.000" },
		{ "less than 0.01", "0.00" },     { "less than 0.1", "0.0" },
		{ "less than 1%", "0%" },         { "less than 1 ", "0 " },
		{ "less than 1.", "0." },
	};
	const struct classification *classification = said->view->classification;
	struct arena *arena = said->words.arena;
	const char *text = said->text;

	for (int reason = 1; reason < REASON_COUNT; reason++)
		text = text_replace(arena, text,
				    strings_text(said->words.strings,
						 string_of_reason((enum value_reason)reason)),
				    "");
	/* "less than 0.1" is said of a figure that would be printed as 0.0. */
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		text = text_replace(arena, text, steps[i][0], steps[i][1]);
	if (classification == NULL || !classification->ordered)
		return text;
	text = text_replace(arena, text, classification->most, "A");
	return text_replace(arena, text, classification->least, "B");
}

static void check_numbers(const struct said *said, const struct pool *pool)
{
	struct search search = { .pool = pool };

	sentence_figures(without_names(said), look_up, &search);
	if (search.unknown)
		complain(said, "a number that no figure has");
}

/* -- nothing is compared that may not be -------------------------------------------------------- */

static bool compares(const char *text)
{
	static const char *const words[] = { " higher ",           " lower ",
					     " as high ",          "about half",
					     " similar ",          "step by step",
					     "next less deprived", "no clear difference" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strstr(text, words[i]) != NULL)
			return true;
	return false;
}

static void check_ends(const struct said *said)
{
	const struct view_group *most = view_most(said->view), *least = view_least(said->view);
	enum comparison comparison;
	const char *text = said->text;

	if (most == NULL || !compares(text))
		return;
	if (most->value.state != VALUE_SHOWN || least->value.state != VALUE_SHOWN) {
		complain(said, "a comparison of what may not be compared");
		return;
	}
	comparison = values_compare(&most->value, &least->value);
	if ((strstr(text, "was similar") != NULL || strstr(text, "no clear difference") != NULL) !=
		    (comparison == COMPARISON_SIMILAR) &&
	    strstr(text, "step by step") == NULL && strstr(text, "next less deprived") == NULL)
		complain(said, "similar, or not");
	if (strstr(text, "was higher in") != NULL && comparison != COMPARISON_HIGHER &&
	    strncmp(text, "In ", 3) != 0)
		complain(said, "not higher");
	if (strstr(text, "was lower in") != NULL && comparison != COMPARISON_LOWER)
		complain(said, "not lower");
}

/* No group is named whose figure was not compared. */
static void check_names(const struct said *said)
{
	const struct view *view = said->view;

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct result *result = view->groups[i].result;
		const char *name = words_group_phrase(&said->words, view->classification,
						      view->groups[i].group);
		bool part_of_another = false;

		for (size_t j = 0; j < view->ordinary; j++)
			part_of_another =
				part_of_another ||
				(j != i &&
				 strstr(words_group_phrase(&said->words, view->classification,
							   view->groups[j].group),
					name) != NULL);
		if (view->classification->ordered || part_of_another ||
		    (result != NULL && result->against_all != COMPARISON_NONE) ||
		    strstr(view->indicator->measure, name) != NULL || strstr("all", name) != NULL)
			continue;
		if (strstr(said->text, name) != NULL)
			complain(said, "names a group that is not compared");
	}
}

/* -- what is said of one ------------------------------------------------------------------------ */

static void check(struct said *said, const struct pool *pool, const char *kind, const char *text)
{
	struct sentence_fault fault;

	said->kind = kind;
	said->text = text;
	if (text[0] == '\0')
		return;
	if (!sentences_are_sound(
		    text_replace(said->words.arena, text, "deprived 20%", "deprived part"), &fault))
		complain(said, fault.words);
	check_numbers(said, pool);
}

static void check_title(struct said *said, const char *kind, const char *text)
{
	struct sentence_fault fault;

	said->kind = kind;
	said->text = text;
	if (!title_is_sound(text_replace(said->words.arena, text, "deprived 20%", "deprived part"),
			    &fault))
		complain(said, fault.words);
	if (said->view->classification != NULL)
		check_ends(said);
}

static bool has(const struct commentary *commentary, const char *words)
{
	for (size_t i = 0; i < commentary->count; i++)
		if (strstr(commentary->sentences[i].text, words) != NULL)
			return true;
	return false;
}

/* Words that cannot both be true of one breakdown, or say the same twice. */
static void check_together(struct said *said, const struct commentary *commentary)
{
	static const char *const pairs[][2] = {
		{ "the gap narrowed", "the gap widened" },
		{ "the gap narrowed", "no clear change in the gap" },
		{ "the gap widened", "no clear change in the gap" },
		{ "was similar in", "The gap was" },
		{ "no clear difference", "The gap was" },
		{ "was similar in", "the gap widened" },
		{ "Each ", "did not change step by step" },
		{ "a higher figure than the next", "a lower figure than the next" },
		{ "No comparison can be made", "The gap was" },
	};
	bool ordered = view_most(said->view) != NULL;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]) && ordered; i++)
		if (has(commentary, pairs[i][0]) && has(commentary, pairs[i][1]))
			complain(said, pairs[i][1]);
	for (size_t i = 0; i < commentary->count; i++)
		for (size_t j = 0; j < i; j++)
			if (strcmp(commentary->sentences[i].text, commentary->sentences[j].text) ==
			    0)
				complain(said, "the same twice");
}

static void check_commentary(struct said *said, const struct pool *pool, const struct view *first,
			     size_t position)
{
	const unsigned wishes[] = { 0, (1u << COMMENT_COUNT) - 1 };

	for (size_t w = 0; w < 2; w++) {
		const struct commentary commentary = commentary_of(
			&said->words, said->view, said->view, NULL, first,
			(struct commentary_wish){ .wanted = wishes[w],
						  .position = position,
						  .most = w == 0 ? 0 : COMMENT_COUNT });

		if (commentary.count == 0)
			complain(said, "nothing is said");
		for (size_t i = 0; i < commentary.count; i++) {
			check(said, pool, comment_name(commentary.sentences[i].about),
			      commentary.sentences[i].text);
			check_ends(said);
			if (commentary.sentences[i].about == COMMENT_SEVERAL_GROUPS)
				check_names(said);
		}
		said->text = commentary.count > 0 ? commentary.sentences[0].text : "";
		check_together(said, &commentary);
	}
}

typedef const char *phrase(const struct words *words, const struct view *view);

static void check_phrases(struct said *said, const struct pool *pool)
{
	static const struct {
		const char *kind;
		phrase *say;
	} phrases[] = {
		{ "comparison", phrase_comparison },
		{ "gap", phrase_gap },
		{ "ratio", phrase_ratio },
		{ "gradient", phrase_gradient },
		{ "slope", phrase_slope },
		{ "gap-trend", phrase_gap_trend },
		{ "absolute-and-relative", phrase_absolute_and_relative },
		{ "not-compared", phrase_not_compared },
		{ "completeness", phrase_completeness },
	};
	const struct view *view = said->view;

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
		if (view_most(view) != NULL || phrases[i].say == phrase_completeness) {
			check(said, pool, phrases[i].kind, phrases[i].say(&said->words, view));
			check_ends(said);
		}
	if (view_most(view) == NULL) {
		check(said, pool, "several-groups",
		      phrase_several_groups(&said->words, view, NULL));
		check_names(said);
	}
}

static void check_groups(struct said *said, const struct pool *pool, const struct view *first)
{
	const struct view *view = said->view;
	bool is_latest =
		view->key.period == period_latest(view->results, view->key.indicator,
						  view->key.organisation, view->key.classification);

	for (size_t i = 0; i <= view->ordinary; i++) {
		const struct view_group *group = i == view->ordinary ? NULL : &view->groups[i];
		const struct view_group *before =
			group == NULL ? NULL : view_find_group(first, group->group);

		check(said, pool, "level", phrase_level(&said->words, view, group));
		check(said, pool, "caution", phrase_caution(&said->words, view, group));
		if (is_latest)
			check(said, pool, "recent-trend",
			      phrase_recent_trend(&said->words, view, group));
		if (is_latest)
			check(said, pool, "trend", phrase_trend(&said->words, first, view, group));
		check(said, pool, "change",
		      phrase_change(&said->words, first, before, view, group));
	}
}

static void check_view(struct said *said, const struct view *first, size_t position)
{
	const struct view *view = said->view;
	struct arena *arena = arena_new();
	struct pool pool = { 0 };

	said->words.arena = arena;
	put_series(&pool, arena, view);
	check_title(said, "title", title_of_view(&said->words, view, NULL));
	check_title(said, "title of change", title_of_change(&said->words, first, view, true));
	check_title(said, "neutral title", title_neutral(&said->words, view, MEASURE_VALUE));
	if (view->classification != NULL)
		check_phrases(said, &pool);
	check_groups(said, &pool, first);
	check_commentary(said, &pool, first, position);
	arena_free(arena);
}

/* -- whole reports ------------------------------------------------------------------------------ */

static struct view first_of(const struct statement *statement, const struct cell_key *key)
{
	struct cell_key first = *key;
	int period = period_first(statement->run.results, key->indicator, key->organisation,
				  key->classification);

	first.period = period < 0 ? key->period : period;
	return view_of(statement->arena, statement->run.results, &first);
}

static size_t check_views(const struct statement *statement, uint64_t seed, struct faults *faults)
{
	const struct results *results = statement->run.results;
	struct cell_key before = { .indicator = -1 };
	size_t count = 0;

	for (size_t i = 0; i < results->count; i++) {
		struct cell_key key = results->items[i].key;
		struct said said = { .words = statement->words, .seed = seed, .faults = faults };
		struct view view, first;

		key.group = GROUP_ALL;
		if (key.sex != SEX_ALL || cell_key_compare(&key, &before) == 0)
			continue;
		before = key;
		view = view_of(statement->arena, results, &key);
		first = first_of(statement, &key);
		said.view = &view;
		check_view(&said, &first, count++);
	}
	return count;
}

static void check_findings(const struct statement *statement, uint64_t seed, struct faults *faults)
{
	const struct results *results = statement->run.results;
	const struct finding_wish wish = { .most = 8 };
	struct findings findings = key_findings(statement->arena, results, &wish);

	for (size_t i = 0; i < findings.chosen; i++) {
		const struct finding *finding = &findings.items[i];
		struct view view = view_of(statement->arena, results, &finding->key);
		struct finding_words words = finding_in_words(&statement->words, &view, finding, i);
		struct said said = { statement->words, &view, seed, "", "", faults };
		struct pool pool = { 0 };

		put_view(&pool, &view);
		check(&said, &pool, "card", words.card);
		check(&said, &pool, "finding", words.sentence);
		for (size_t j = 0; j < i; j++)
			if (findings.items[j].key.indicator == finding->key.indicator)
				complain(&said, "two findings of one indicator");
		if (view_find_group(&view, finding->first)->value.state != VALUE_SHOWN)
			complain(&said, "a finding on what may not be compared");
	}
}

static size_t check_report(const struct statement_parts *parts, uint64_t seed,
			   struct faults *faults)
{
	struct statement *statement = statement_of(parts);
	size_t count = check_views(statement, seed, faults);

	check_findings(statement, seed, faults);
	statement_free(statement);
	return count;
}

/* Adjusted for age, standardised through a reference, life expectancy, means. */
Test(random_results, of_figures_that_need_ages_are_told_so_too)
{
	size_t count = 0;
	struct faults faults = { 0 };

	for (uint64_t seed = 1; seed <= 4; seed++) {
		struct arena *arena = arena_new();
		struct statement_parts parts = random_by_age(arena, seed, 15);

		count += check_report(&parts, seed, &faults);
		arena_free(arena);
	}
	cr_expect_eq(faults.count, 0, "%u faults in %zu result sets", faults.count, count);
	cr_expect_geq(count, 500);
}

Test(random_results, are_told_in_sound_sentences_without_contradiction)
{
	size_t count = 0;
	struct faults faults = { 0 };

	for (uint64_t seed = 1; seed <= REPORTS; seed++) {
		struct arena *arena = arena_new();
		struct statement_parts parts = random_results(arena, seed, INDICATORS);

		count += check_report(&parts, seed, &faults);
		arena_free(arena);
	}
	cr_expect_eq(faults.count, 0, "%u faults in %zu result sets", faults.count, count);
	cr_expect_geq(count, RESULT_SETS);
}
