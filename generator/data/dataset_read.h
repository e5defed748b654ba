/*
 * dataset_read.h - all data files of a report as one dataset.
 *
 * Every row is either used or counted with the reason why it was not; nothing is guessed. Rows that give
 * different columns of one cell (numerator here, denominator there) are put together; rows that repeat a
 * cell are dropped when they agree and refused when they do not.
 */
#ifndef GRADIENT_DATA_DATASET_READ_H
#define GRADIENT_DATA_DATASET_READ_H

#include "model/count_query.h"
#include "model/dataset.h"
#include "model/reference.h"
#include "model/report.h"

struct arena;
struct diag_list;

/* Where data files may lie: beside the file that names them, in the report's folder or below, and these. */
struct data_folders {
	const char *const *items;
	size_t count;
};

/*
 * NULL after errors. counter answers what is asked of records; it may be NULL for reports without any. Rows left out, groups missing and indicators without data are notes and warnings.
 */
struct dataset *dataset_read(struct arena *arena, const struct report *report,
			     const struct indicators *indicators, struct reference *reference,
			     struct data_folders folders, const struct count_source *counter,
			     struct diag_list *diags);

/*
 * The same in steps, for reports that read the same from their first sources: these are read once, and each report goes
 * on from there in a process of its own, with a copy of the memory.
 */
struct dataset_reading;

/* No source is read yet. All that is handed in must stay. */
struct dataset_reading *dataset_reading_begin(struct arena *arena, const struct report *report,
					      const struct indicators *indicators,
					      struct reference *reference,
					      struct data_folders folders, struct diag_list *diags);

/* The next sources up to that number, which is not read any more. */
void dataset_reading_sources(struct dataset_reading *reading, const struct count_source *counter,
			     size_t end);

/* As dataset_read(), when all are read. */
struct dataset *dataset_reading_end(struct dataset_reading *reading);

/* How many sources of two reports are the same from the first on, and read by the same. */
size_t reports_common_sources(const struct report *one, const struct report *other);

/* What has been read so far is what another report would have read. */
bool dataset_reading_fits(const struct dataset_reading *reading, const struct report *report);

/* That report goes on, with a list of messages of its own. What there was to say so far is the caller's to add, afterwards. */
void dataset_reading_pass_on(struct dataset_reading *reading, const struct report *report,
			     struct diag_list *diags);

/* What will be asked of the records of a source. */
struct records_question {
	struct count_query query;
	struct count_place place;
};

/* False when it is no source of records, or its faults let nothing be asked; messages as when it is read. */
bool dataset_reading_question(struct dataset_reading *reading, size_t source,
			      struct records_question *question);

/*
 * What is asked once more when texts that mean the same cannot be added up. answers: to the question, of one report or
 * of several. False when none of them needs it. Adds to the lists of bodies and periods: not to be read on.
 */
bool dataset_reading_second_question(struct dataset_reading *reading, size_t source,
				     const struct count_result *answers, size_t count,
				     struct count_query *again);

/* The same after an answer in which all texts stand that the report and its lists know: what may come, to be shown. */
bool dataset_reading_second_example(struct dataset_reading *reading, size_t source,
				    struct count_query *again);

#endif
