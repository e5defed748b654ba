/*
 * comparison.h - whether the comparison of all bodies tells what a statement of one of them hides.
 *
 * Purpose:   disclosure control of the comparison is a run of its own. From the same data, by the same rules and for
 *            the same indicators it hides the same figures; from others it may hide different ones, and who lays the
 *            comparison beside a statement could then work out what neither tells. So every figure that both have is
 *            looked up in the results of the statement: what one hides and the other shows is an error, and the
 *            comparison is not written.
 */
#ifndef GRADIENT_RUN_BATCH_COMPARISON_H
#define GRADIENT_RUN_BATCH_COMPARISON_H

#include "run/batch/batch.h"

struct run;

/*
 * Holds the computed run of the comparison against results.csv of all statements of the batch. False after
 * diagnostics; statements that are not there are told in a warning.
 */
bool comparison_agrees(const struct batch *batch, const struct run *run);

/*
 * Moves a comparison of an earlier run out of the folder of statements when this run could make none, with a warning
 * that names the place: FOLDER/.gradient-private/withdrawn/KEY, or KEY-2 and so on.
 */
void comparison_withdraw(const struct batch *batch);

#endif
