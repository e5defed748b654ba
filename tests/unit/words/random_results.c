/*
 * Ten thousand result sets that look random: everything that is said of each keeps to the rules of wording, never
 * contradicts itself or the figures, and speaks of nothing that may not be compared.
 * Longer than others: the rules share what they know of a result set.
 */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/gap_trend.h"
#include "indicator/key_findings.h"
#include "support/much_words.h"
#include "support/number_pool.h"
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
	size_t much, outside, one_sided; /* what was said of them */
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

static void check_numbers(const struct said *said, const struct number_pool *pool)
{
	if (!number_pool_has(pool, &said->words, said->view, said->text))
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

static void check(struct said *said, const struct number_pool *pool, const char *kind,
		  const char *text)
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

static void check_commentary(struct said *said, const struct number_pool *pool,
			     const struct view *first, size_t position)
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

static void check_outside(struct said *said, const struct number_pool *pool)
{
	const char *text = phrase_outside(&said->words, said->view);
	const char *fault = outside_fault(said->view, text);

	check(said, pool, "outside", text);
	if (fault != NULL)
		complain(said, fault);
	said->faults->outside += text[0] != '\0';
}

static void check_one_sided(struct said *said, const char *text)
{
	static const char *const comparing[] = { " higher for ", " lower for ", " similar " };

	said->faults->one_sided++;
	if (strstr(text, "No comparison can be made") == NULL)
		complain(said, "not told that all groups lie on one side");
	for (size_t i = 0; i < sizeof(comparing) / sizeof(comparing[0]); i++)
		if (strstr(text, comparing[i]) != NULL)
			complain(said, "a comparison of groups on one side");
}

static void check_several(struct said *said, const struct number_pool *pool)
{
	const struct view *view = said->view;

	for (size_t shape = 0; shape < PHRASE_SHAPES; shape++) {
		const char *text = phrase_several_groups_at(&said->words, view, NULL, shape);
		const char *fault = much_fault(&said->words, view, text);

		check(said, pool, "several-groups", text);
		check_names(said);
		if (fault != NULL)
			complain(said, fault);
		said->faults->much += strstr(text, " much ") != NULL;
		if (lies_on_one_side(view))
			check_one_sided(said, text);
	}
}

typedef const char *phrase(const struct words *words, const struct view *view);

static void check_phrases(struct said *said, const struct number_pool *pool)
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
	check_outside(said, pool);
	if (view_most(view) == NULL)
		check_several(said, pool);
}

static void check_groups(struct said *said, const struct number_pool *pool,
			 const struct view *first)
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
	struct number_pool pool = { 0 };

	said->words.arena = arena;
	number_pool_add_series(&pool, arena, view);
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
		struct number_pool pool = { 0 };

		number_pool_add(&pool, &view);
		check(&said, &pool, "card", words.card);
		check(&said, &pool, "finding", words.sentence);
		for (size_t j = 0; j < i; j++)
			if (findings.items[j].key.indicator == finding->key.indicator)
				complain(&said, "two findings of one indicator");
		if (view_find_group(&view, finding->first)->value.state != VALUE_SHOWN)
			complain(&said, "a finding on what may not be compared");
		if (finding->form == FINDING_GROUP && lies_on_one_side(&view))
			complain(&said, "a finding on groups on one side");
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
	cr_expect_gt(faults.much, TRIALS(1000), "%zu", faults.much);
	cr_expect_gt(faults.outside, TRIALS(150), "%zu", faults.outside);
	cr_expect_gt(faults.one_sided, TRIALS(1000), "%zu", faults.one_sided);
}
