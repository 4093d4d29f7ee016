UPDATE "changes" SET "kinds" = '{removed}' WHERE "kinds" = '{withdrawn}';
