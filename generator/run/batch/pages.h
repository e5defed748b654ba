/*
 * pages.h - what tells of all statements of a batch: summary.csv for programs, index.html for people.
 */
#ifndef GRADIENT_RUN_BATCH_PAGES_H
#define GRADIENT_RUN_BATCH_PAGES_H

#include "run/batch/batch.h"

/*
 * Writes both into the folder of the batch. The page has title, language, theme and words of the report as the first
 * statement has them; it is left out when these cannot be read. False after a diagnostic.
 */
bool batch_write_pages(struct batch *batch);

#endif
