/*
 * private.h - the folder in which a batch keeps what is not for publication, and the key of its owner.
 *
 * Purpose:   whether a statement must be made again is told by a digest of all that it was made from. A digest of
 *            data with small counts could be tried out by who knows the rest of the file, so the record that is
 *            published has none (run/record.c). Here there is one digest of everything together, worked out with a
 *            random key (HMAC-SHA-256) that lies in the home of whoever runs the batch and never in the folder of the
 *            statements: who gets hold of that folder, the private part included, can try out nothing.
 * Names:     FOLDER/.gradient-private, for its owner alone (mode 0700, files 0600).
 */
#ifndef GRADIENT_RUN_BATCH_PRIVATE_H
#define GRADIENT_RUN_BATCH_PRIVATE_H

#include "run/batch/batch.h"

/* Its path; it need not be there. */
const char *private_folder(const struct batch *batch);

/* Makes the folder of the batch and the private one in it. False after a diagnostic. */
bool private_make(const struct batch *batch);

/*
 * $XDG_STATE_HOME/gradient/batch.key, by default below ~/.local/state; made when it is not there. False after a
 * warning: without it nothing can be said of earlier runs.
 */
bool private_key(struct batch *batch, unsigned char key[PRIVATE_KEY_BYTES]);

/* The name of this machine, fit for names of files. */
const char *private_host(struct arena *arena);

#endif
