/*
 * Results that look random, told in the technical register and in Easy Read: every sentence keeps to the rules of its
 * register, and none speaks in the other.
 */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "indicator/key_findings.h"
#include "support/program.h"
#include "support/random_by_age.h"
#include "support/random_results.h"
#include "support/sentence_rules.h"
#include "words/commentary.h"
#include "words/finding_words.h"

enum { REPORTS = 3, INDICATORS = 20, FAULTS_TOLD = 30 };

/* Checks one text: a fault, or NULL. */
typedef const char *check(const char *text, struct sentence_fault *fault);

struct listener {
	struct words words;
	check *check;
	char told[FAULTS_TOLD][60];
	size_t told_count, faults, heard, significant;
};

static void hear(struct listener *listener, const char *text)
{
	struct sentence_fault room;
	const char *fault;
	char kind[60];

	if (text == NULL || text[0] == '\0')
		return;
	listener->heard++;
	listener->significant += strstr(text, "statistically significant") != NULL;
	text = text_replace(listener->words.arena, text, "deprived 20%", "deprived part");
	fault = listener->check(text, &room);
	if (fault == NULL)
		return;
	listener->faults++;
	snprintf(kind, sizeof(kind), "%.30s %.20s", fault, text);
	for (size_t i = 0; i < listener->told_count; i++)
		if (strcmp(listener->told[i], kind) == 0)
			return;
	if (listener->told_count == FAULTS_TOLD)
		return;
	memcpy(listener->told[listener->told_count++], kind, sizeof(kind));
	cr_expect(false, "%s\n    %s", fault, text);
}

/* -- all that is said of a report ----------------------------------------------------------------- */

static void hear_commentary(struct listener *listener, const struct view *view,
			    const struct view *first, size_t position)
{
	const struct commentary commentary =
		commentary_of(&listener->words, view, view, NULL, first,
			      (struct commentary_wish){ .wanted = (1u << COMMENT_COUNT) - 1,
							.position = position,
							.most = COMMENT_COUNT });

	for (size_t i = 0; i < commentary.count; i++)
		hear(listener, commentary.sentences[i].text);
}

static void hear_view(struct listener *listener, const struct view *view, const struct view *first,
		      size_t position)
{
	const struct words *words = &listener->words;
	bool is_latest =
		view->key.period == period_latest(view->results, view->key.indicator,
						  view->key.organisation, view->key.classification);

	hear_commentary(listener, view, first, position);
	for (size_t i = 0; i < view->ordinary && is_latest; i++) {
		const struct view_group *group = &view->groups[i];

		hear(listener, phrase_level(words, view, group));
		hear(listener, phrase_caution(words, view, group));
		hear(listener, phrase_recent_trend(words, view, group));
		hear(listener, phrase_trend(words, first, view, group));
	}
	if (view_most(view) == NULL)
		return;
	for (size_t shape = 0; shape < PHRASE_SHAPES; shape++)
		hear(listener, phrase_comparison_at(words, view, shape));
	hear(listener, phrase_ratio(words, view));
	hear(listener, phrase_gap(words, view));
	hear(listener, phrase_gap_trend(words, view));
	hear(listener, phrase_slope(words, view));
}

static void hear_findings(struct listener *listener, const struct statement *statement)
{
	const struct results *results = statement->run.results;
	const struct finding_wish wish = { .most = 8 };
	struct findings findings = key_findings(statement->arena, results, &wish);

	for (size_t i = 0; i < findings.chosen; i++) {
		struct view view = view_of(statement->arena, results, &findings.items[i].key);

		hear(listener,
		     finding_in_words(&listener->words, &view, &findings.items[i], i).sentence);
	}
}

static void hear_report(struct listener *listener, const struct statement *statement,
			bool technical)
{
	const struct results *results = statement->run.results;
	struct cell_key before = { .indicator = -1 };
	size_t position = 0;

	listener->words = statement->words;
	listener->words.technical = technical;
	for (size_t i = 0; i < results->count; i++) {
		struct cell_key key = results->items[i].key, start;
		struct view view, first;
		int period;

		key.group = GROUP_ALL;
		if (key.sex != SEX_ALL || cell_key_compare(&key, &before) == 0)
			continue;
		before = start = key;
		period = period_first(results, key.indicator, key.organisation, key.classification);
		start.period = period < 0 ? key.period : period;
		view = view_of(statement->arena, results, &key);
		first = view_of(statement->arena, results, &start);
		if (view.classification != NULL)
			hear_view(listener, &view, &first, position++);
	}
	hear_findings(listener, statement);
}

static void hear_random(struct listener *listener, const char *report, bool technical)
{
	for (uint64_t seed = 1; seed <= REPORTS; seed++) {
		struct arena *arena = arena_new();
		struct statement_parts parts = seed == 1 ? random_by_age(arena, seed, INDICATORS)
							 : random_results(arena, seed, INDICATORS);
		struct statement *statement;

		parts.report = report;
		statement = statement_of(&parts);
		hear_report(listener, statement, technical);
		statement_free(statement);
		arena_free(arena);
	}
	cr_expect_eq(listener->faults, 0, "%zu faults", listener->faults);
	cr_expect_gt(listener->heard, 5000);
}

/* -- technical ------------------------------------------------------------------------------------ */

/* What may be higher, lower or similar is so by a test: the register says which. */
static const char *fault_of_technical(const char *text, struct sentence_fault *fault)
{
	static const char *const plain[] = { "was higher",       "was lower",  "was similar",
					     "no clear",         " rose from", "rose over the 5",
					     "gap narrowed from" };

	if (!technical_sentences_are_sound(text, fault))
		return fault->words;
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (strstr(text, plain[i]) != NULL)
			return "speaks in the plain register";
	return NULL;
}

Test(random_registers, the_technical_one_names_its_test_in_sound_sentences)
{
	struct listener listener = { .check = fault_of_technical };

	hear_random(&listener, "register='technical'", true);
	cr_expect_gt(listener.significant, 1000);
}

/* -- Easy Read ------------------------------------------------------------------------------------ */

/* The names of indicators and groups are the author's; the words around them are not to need a lesson. */
static const char *fault_of_easy_read(const char *text, struct sentence_fault *fault)
{
	static const char *const hard[] = {
		"percentage point", "confidence", "interval",  "reliability",
		"deprivation",      "similar",    "trend",     "the gap",
		"significant",      "comparison", "available", "uncertain"
	};

	if (!sentences_are_sound(text, fault))
		return fault->words;
	for (size_t i = 0; i < sizeof(hard) / sizeof(hard[0]); i++)
		if (strstr(text, hard[i]) != NULL)
			return hard[i];
	return NULL;
}

Test(random_registers, easy_read_has_short_sentences_without_hard_words)
{
	struct listener listener = { .check = fault_of_easy_read };

	hear_random(&listener, "strings='en-GB-easy-read'", false);
	cr_expect_eq(listener.significant, 0);
}
