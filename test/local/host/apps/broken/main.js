throw new Error('setting STORAGE is missing');
