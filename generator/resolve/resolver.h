/*
 * resolver.h - the state of turning a report and its results into a document; shared by the files of this
 * folder alone.
 */
#ifndef GRADIENT_RESOLVE_RESOLVER_H
#define GRADIENT_RESOLVE_RESOLVER_H

#include "document/document.h"
#include "indicator/method.h"
#include "model/reference.h"
#include "model/report.h"
#include "model/statement.h"
#include "model/view.h"
#include "words/phrases.h"

struct diag_list;
struct string_index;

/* What is in force at a place: words as written on the element or on one around it. */
struct scope {
	struct data_reference reference;
	struct word home; /* the body whose latest period is meant; none = that of the reference */
	const char *domain;   /* of a loop over domains; NULL if none */
	const char *language; /* NULL = as the report */
	bool period_runs;     /* the period is that of a loop over all periods */
	bool testing;         /* a test may ask for what is not there */
};

/* Comparisons that words of the document rest on. */
enum {
	COMPARED_PAIR = 1,
	COMPARED_TOTAL = 2,
	COMPARED_OVER_GROUPS = 4,
	COMPARED_GAPS_OVER_TIME = 8
};

/* Where an account of methods stands; it is written when the rest of the document is known. */
struct methods_place {
	struct node *marker;
	unsigned level; /* of the section around it */
	unsigned table; /* number of its table: it is in the order of all */
	const char *part;
};

/* A glossary; it is filled when every word of the document is known. */
struct glossary_place {
	struct node *node;
	struct table *table;
	const struct block *block;
	struct scope scope;
};

/* An abbreviation that the author wrote out in full. */
struct abbreviation {
	const char *text, *full;
	bool said; /* in full, in this section of the first level */
};

struct shown; /* what <show> repeated; see shown.c */

/* A reference whose words are filled in when all numbers are known. */
struct pending {
	struct text_run *run; /* NULL when node is set */
	struct node *node;    /* a tile, which leads to the target */
	struct word to, form;
};

/* Where a table of coverage stands; it is filled when the rest of the document is known. */
struct coverage_place {
	struct node *marker;
	const struct block *block;
};

/* A tile or the end of a text that leads to where an indicator is told of, once that is known. */
struct late_place {
	struct node *node; /* NULL when there are runs */
	struct text_run *open, *page, *close;
	const char *indicator;
};

struct resolver {
	struct arena *arena;
	const struct report *report;
	const struct dataset *dataset;
	const struct results *results;
	const struct reference *reference;
	const struct statement_lists *statement;
	const struct statement_demand *demand; /* NULL when the report is no statement */
	const struct layout *layout;
	struct words words;
	struct diag_list *diags;
	struct document *document;
	struct pending *pending;
	size_t pending_count, pending_capacity;
	struct string_index *anchors;
	struct node **anchored; /* nodes with an anchor, by number in anchors */
	size_t anchored_count, anchored_capacity;
	struct methods_place *methods;
	size_t methods_count, methods_capacity;
	struct coverage_place *coverages;
	size_t coverage_count, coverage_capacity;
	struct glossary_place *glossaries;
	size_t glossary_count, glossary_capacity;
	struct abbreviation *abbreviations;
	size_t abbreviation_count, abbreviation_capacity;
	struct place *places; /* of sections of the statement and of indicators; see places.c */
	size_t place_count, place_capacity;
	struct late_cell *late_cells;
	size_t late_cell_count, late_cell_capacity;
	struct late_place *late_places;
	size_t late_place_count, late_place_capacity;
	struct late_table *late_tables; /* see sentence_tables.c */
	size_t late_table_count, late_table_capacity;
	struct axis_note *axis_notes; /* see axis_notes.c */
	size_t axis_note_count, axis_note_capacity;
	size_t commentaries;   /* so far: the shape of their sentences goes by it */
	const char *unchecked; /* entries of lists that were not checked against their source */
	struct location unchecked_at;
	unsigned compared; /* which kinds */
	unsigned figures, tables, notes, generated;
	unsigned numbers[8]; /* of the sections that are open, by level from 1 */
	bool unnumbered[8];
	unsigned level, appendices;
	bool in_appendix, in_words_only; /* words only: no anchors, no notes */
	struct text_rows *text_rows; /* of the text table that is being resolved; NULL elsewhere */
	const char *part;
	const struct placed_element *element; /* that is being resolved; NULL if none */
	bool said_confidence, said_adjusted, said_indirect; /* in this section of the first level */
	bool said_reasons[REASON_COUNT]; /* likewise, of figures in text that are not there */
	const struct resolver
		*base; /* of an extract: that of the report, finished; NULL of the report */
	struct shown *shown;
	bool in_running_text; /* where a figure that is not there gets a footnote */
};

/* own, with what it does not say taken from around. */
struct scope scope_within(const struct scope *around, const struct data_reference *own);

/* What a scope means. Each returns -1 (or false) after a diagnostic at the element at. */
int scope_indicator(struct resolver *resolver, const struct scope *scope, struct location at);
int scope_organisation(struct resolver *resolver, const struct scope *scope, struct location at);
bool scope_classification(struct resolver *resolver, const struct scope *scope, int indicator,
			  int organisation, int *classification);
bool scope_period(struct resolver *resolver, const struct scope *scope, struct cell_key *key);

/*
 * The indicators that a block lists, in its order, at most most; where it says "all", those of the domain in
 * force, else of the report. Returns how many, 0 after a diagnostic for each that is not known; without a
 * list the indicator of the scope.
 */
size_t scope_indicators(struct resolver *resolver, const struct scope *scope,
			const struct block *block, int *indicators, size_t most);

/* All of them: the key of the breakdown (group and sex: all). */
bool scope_key(struct resolver *resolver, const struct scope *scope, struct location at,
	       struct cell_key *key);

/* Says that an element draws groups, while no breakdown is in force; by what there are figures of the indicator. */
void breakdown_needed(struct resolver *resolver, int indicator, struct location at,
		      const char *element);

/* Periods that a scope means, oldest first, those with data; for charts over time. */
size_t scope_periods(struct resolver *resolver, const struct scope *scope,
		     const struct cell_key *key, int *periods, size_t most);

/* The group that a word means ("most", "highest", a label) in a view; NULL for "all". False after a diagnostic. */
bool scope_group(struct resolver *resolver, const struct word *group, const struct view *view,
		 const struct view_group **found);

/* The same for a group that another attribute names, for messages. */
bool scope_group_in(struct resolver *resolver, const char *attribute, const struct word *group,
		    const struct view *view, const struct view_group **found);

/* True of "highest", "lowest", "best" and "worst". */
bool scope_is_extreme(const struct word *group);

/*
 * The body that figures of a body in a period are compared with; -1 for the body's own total, -2 for none.
 * organisation and period: -1 when they are not known.
 */
int scope_comparator(struct resolver *resolver, const struct scope *scope, int organisation,
		     int period);
enum { COMPARATOR_OWN_TOTAL = -1, COMPARATOR_NONE = -2 };

/* True when several bodies are compared with; then which of them, without the body itself. */
bool scope_has_peers(const struct resolver *resolver, const struct scope *scope);
size_t scope_peers(struct resolver *resolver, const struct scope *scope, int organisation,
		   int *bodies, size_t most);
enum { PEERS_MOST = 7 };

/*
 * The view with its groups compared with the total of the body that the scope names in place of their own;
 * its total is then that body's. *place is the name of the body, NULL for the own total. With compare="none"
 * no group is compared.
 */
struct view view_compared(struct resolver *resolver, const struct scope *scope,
			  const struct view *view, const char **place);

/* True when the test holds. */
bool test_holds(struct resolver *resolver, const struct scope *scope, const struct test *test,
		struct location at);

/* A figure as a sentence prints it, in the form asked for ("times", "one-in"; NULL = by rule). */
const char *figure_in_words(struct resolver *resolver, const struct view *view,
			    const struct view_group *group, enum measure measure,
			    const struct value *value, const char *as, int decimals);

/*
 * The decimals of the interval of the same figure that follows after in the same sentence: a figure is
 * printed like its interval, so that it never lies outside. within: after is in the scope of the figure,
 * which need not be said again. DECIMALS_BY_RULE when none follows.
 */
int decimals_of_interval(const struct resolver *resolver, const struct inline_part *after,
			 const struct data_reference *reference, bool within, int indicator,
			 const struct value *value);

/*
 * Notes that a figure of a group of a view stands in the document; group NULL: of the total or of the
 * breakdown. The key of use is set here. Returns its number among the uses, from 1.
 */
size_t use_figure(const struct resolver *resolver, const struct view *view,
		  const struct view_group *group, struct figure_use use);

/* The same for the figures that a sentence or picture rests on: one group, else all of them and the total. */
void use_values(const struct resolver *resolver, const struct view *view,
		const struct view_group *group, struct location at);
/* Those of a sentence made by rule, of a kind of <phrase>. */
void use_phrase(struct resolver *resolver, const char *kind, struct location at,
		const struct view *view, const struct view_group *group, const char *sentence);
void use_measure(const struct resolver *resolver, const struct view *view, enum measure measure,
		 const char *printed, struct location at);

/* Inline elements as runs. */
struct text resolve_inline(struct resolver *resolver, const struct scope *scope,
			   const struct inline_part *part);

/* The same for text that is read on: the first figure in a section that is not there says why in a footnote. */
struct text resolve_running_text(struct resolver *resolver, const struct scope *scope,
				 const struct inline_part *part);

/* Adds that footnote for a figure, if it needs one. */
void note_of_state(struct resolver *resolver, const struct value *value, struct text *text);

/* True of a text without words, references or footnotes. */
bool text_says_nothing(const struct resolver *resolver, const struct text *text);

/* The words of a title that the author wrote; a diagnostic when there are none. */
struct text resolve_title(struct resolver *resolver, const struct scope *scope,
			  const struct figure_parts *parts);

/* The same as one string, for places that hold words alone. */
const char *resolve_words(struct resolver *resolver, const struct scope *scope,
			  const struct inline_part *part);

/* A text of the table, or one with its names filled in. */
const char *word_of(const struct resolver *resolver, enum string_id id);

struct text plain_text(struct resolver *resolver, const char *words);

/* Words of a cell, whose shorthand, "[c]", gets the long form that is read in its place. */
struct text shorthand_text(struct resolver *resolver, const char *words);

/*
 * What is heard in place of the name of a group that is a number, "Deprivation fifth 2"; NULL when its name says what
 * it is.
 */
const char *group_heard(const struct resolver *resolver,
			const struct classification *classification, int group);

/* Words that are heard as others; NULL = as they are. */
struct text heard_text(struct resolver *resolver, const char *words, const char *heard);

/* What is read in place of the shorthand of a state; "" of a figure that is shown. */
const char *heard_state(const struct resolver *resolver, enum value_state state);

/* Number and words of a footnote. */
void number_note(struct resolver *resolver, struct note *note);
void append_text(struct resolver *resolver, struct text *to, const struct text *from);
void append_words(struct resolver *resolver, struct text *text, const char *words);

/* Appends a sentence to a paragraph of notes, with a blank between them. */
void append_sentence(struct resolver *resolver, struct text *text, const char *sentence);

/*
 * A sentence made by rule on a breakdown, with look (may be NULL) for how it is set; the marks of tables in it are
 * filled in when all is there.
 */
void append_phrase(struct resolver *resolver, struct text *text, const char *sentence,
		   const struct cell_key *key, const struct text_run *look);
void finish_sentence_tables(struct resolver *resolver);

/* Makes a node findable by references; id may be "": then one is made up from prefix and number. */
void give_anchor(struct resolver *resolver, struct node *node, const char *id, const char *prefix,
		 const char *number);

/* Makes a node lead to the element of that id once all of them are known. */
void remember_target(struct resolver *resolver, struct node *node, const struct word *to);

/* Blocks to nodes under parent. */
void resolve_blocks(struct resolver *resolver, const struct scope *scope,
		    const struct block *blocks, struct node *parent);

/* <show>: a part of the report in an extract. What they refer to is settled when all are there. */
void resolve_show(struct resolver *resolver, const struct block *block, struct node *parent);
void finish_shown(struct resolver *resolver);

/* What the element of the report with an id made; NULL after a diagnostic. */
const struct node *find_shown(struct resolver *resolver, const struct word *ref);

/* "Figure 3 in the full report": words of a reference that leads out of an extract. */
const char *elsewhere(const struct resolver *resolver, const struct node *target,
		      const char *words);

/* Sections and what groups them; boxes; loops and conditions. */
void resolve_section(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent);
void resolve_part(struct resolver *resolver, const struct scope *scope, const struct block *block,
		  struct node *parent);
void resolve_actions(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent);

/* What an author writes: review, frameworks, governance, equality duties; which section answers a duty. */
void resolve_review(struct resolver *resolver, const struct scope *scope, const struct block *block,
		    struct node *parent);
void resolve_framework(struct resolver *resolver, const struct scope *scope,
		       const struct block *block, struct node *parent);
void resolve_governance(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent);
void resolve_equality(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent);
void resolve_provisions(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent);

void resolve_definition(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent);
void resolve_tile(struct resolver *resolver, const struct scope *scope, const struct block *block,
		  struct node *parent);
void resolve_loop(struct resolver *resolver, const struct scope *scope, const struct block *block,
		  struct node *parent);
void resolve_choice(struct resolver *resolver, const struct scope *scope, const struct block *block,
		    struct node *parent);

/* Paragraphs written by rule; the findings that a reader should see first. */
void resolve_commentary(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent);
void resolve_key_findings(struct resolver *resolver, const struct scope *scope,
			  const struct block *block, struct node *parent);

/* Notes that a block stands in the document, which keeps it; end_element() when all of it is there. */
struct placed_element *begin_element(struct resolver *resolver, const struct scope *scope,
				     const struct block *block);
void end_element(struct resolver *resolver, struct placed_element *element,
		 const struct node *parent);

/* A place for a table of coverage, which is filled when the rest of the document is known. */
void resolve_coverage(struct resolver *resolver, const struct block *block, struct node *parent);
/* An extract has the coverage of its report. */
void finish_coverage(struct resolver *resolver);

/* What changed since an earlier statement. */
void resolve_changes(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent);

/* A place for the account of methods. */
void resolve_methods(struct resolver *resolver, const struct block *block, struct node *parent);

/* How complete the records are; the data sources; terms and abbreviations. */
void resolve_data_quality(struct resolver *resolver, const struct scope *scope,
			  const struct block *block, struct node *parent);
void resolve_sources(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent);
void resolve_glossary(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent);

/* Fills the glossaries, once everything else is resolved. */
void finish_glossaries(struct resolver *resolver);

/* One chart or table; they add notes, sources, numbers. NULL when a sentence stands in for it. */
void resolve_chart(struct resolver *resolver, const struct scope *scope, const struct block *block,
		   struct node *parent);
void resolve_table(struct resolver *resolver, const struct scope *scope, const struct block *block,
		   struct node *parent);
void resolve_text_table(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent);

/* A row of the text table that is being resolved. */
void resolve_text_row(struct resolver *resolver, const struct scope *around,
		      const struct block *block);

/* The words of a figure in running text or in a cell of a text table, with the mark of one that is uncertain. */
const char *in_cell(struct resolver *resolver, const struct value *value, const char *words);

/* Label, number, anchor and file name of a table. */
void number_table(struct resolver *resolver, const struct block *block, struct node *node);
bool is_landscape(const struct block *block);

/* Warns of an order that turns groups which run from most to least deprived; fixed: the order has no effect at all. */
void check_order(struct resolver *resolver, const struct block *block, const struct view *view,
		 bool fixed);

/* How the page of a table stands: as the author says, else as the layout finds it needs. */
void orient_table(struct table *table, const struct block *block);

/* The picture of the cover. */
void resolve_cover(struct resolver *resolver, const struct scope *scope, const struct block *block);

/* Title, subtitle, note and source of a figure or table: the author's, or generated. */
struct figure_words {
	const char *title, *subtitle, *message; /* generated */
	const int *sources;                     /* numbers of data sources */
	size_t source_count;
	struct text notes; /* generated, before the source */
};
void set_figure_words(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *node, struct figure_words generated);

/* Subtitle by rule: measure, unit, group, place, period. by: "age group and sex"; "" without a breakdown. */
const char *figure_subtitle(const struct words *words, const struct view *view, const char *by,
			    enum measure measure, const char *place, const char *period);

/*
 * Text alternative by rule: "Bar chart: {subtitle}. {message}." The message is left out when it is ""; where it
 * makes the alternative too long the shorter one stands for it, and none where that does so too.
 */
enum { ALTERNATIVE_MOST = 250 }; /* letters */
const char *figure_alternative(const struct words *words, enum string_id kind, const char *subtitle,
			       const char *message, const char *shorter);

/* What stands in the place of a figure of an indicator without data. */
const char *no_data_sentence(const struct words *words, const struct view *view);

/* That some of many comparisons differ by chance: 1 in 20 at 95%. */
const char *chance_note(const struct words *words);

/* The states that a figure uses, collected to be explained in its note. */
struct state_set {
	bool suppressed, not_available, not_applicable, unreliable, given, computed, rounded;
	enum value_reason reasons[REASON_COUNT];
};
void note_state(struct state_set *set, const struct value *value);

/* The same of a figure as it is printed, which may round to zero. */
void note_printed(struct state_set *set, const struct value *value, const char *printed);
void explain_states(struct resolver *resolver, const struct state_set *set, struct text *notes);

/* What adjusting for age does to figures, once for each way of it in a section. */
void explain_adjustment(struct resolver *resolver, const struct method *method, struct text *notes);

/* That the axis of a plot does not start at zero; told anew of a figure whose scale others have widened. */
void add_axis_note(struct resolver *resolver, const struct plot *plot, struct text *notes);
void renew_axis_note(struct resolver *resolver, const struct node *figure);

/* Adds the sources of a result to a list without repeating one; returns the new count. */
enum { SOURCES_MOST = 16 };
size_t add_source(const struct resolver *resolver, const struct result *result, int *sources,
		  size_t count);

/* Puts words in the place of a figure that cannot be shown. */
void say_instead(struct resolver *resolver, struct node *parent, struct location at,
		 const char *sentence);

#endif
